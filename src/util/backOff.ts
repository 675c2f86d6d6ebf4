interface Between {
  /** Milliseconds: the pause after the first failure, and the longest pause. */
  shortest: number;
  longest: number;
}

/**
 * Whole milliseconds to wait after a failure: growing with the number of earlier failures, capped, and spread so that
 * not all retries come at once.
 * @param before number of failures before this one
 * @param random 0 to 1
 */
export function backOff(before: number, { shortest, longest }: Between, random: number): number {
  return Math.round(Math.min(longest, shortest * 2 ** before) * (0.75 + random / 2));
}
