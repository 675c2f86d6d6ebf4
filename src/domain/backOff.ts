interface Between {
  /** Milliseconds: after the first failure, and at most. */
  shortest: number;
  longest: number;
}

/**
 * Whole milliseconds to wait after so many failures before this one: growing, capped, and spread so that not all come back at once.
 * @param random 0 to 1
 */
export function backOff(before: number, { shortest, longest }: Between, random: number): number {
  return Math.round(Math.min(longest, shortest * 2 ** before) * (0.75 + random / 2));
}
