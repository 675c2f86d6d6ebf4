import type { Clock } from './clock.ts';

/** Answers that every request asks for, remembered for a little while. */
export interface Remembered<Answer> {
  of: (key: string) => Promise<Answer>;
  /** Something has changed: from now on all is asked for again. */
  forget: () => void;
}

/** @param needs.ms how long an answer may be old, whatever the clock does meanwhile */
export function remembered<Answer>(
  ask: (key: string) => Promise<Answer>,
  { clock, ms }: { clock: Clock; ms: number },
): Remembered<Answer> {
  const known = new Map<string, { answer: Promise<Answer>; at: number }>();
  const isFresh = (at: number): boolean => clock() >= at && clock() - at < ms;
  return {
    of: (key) => {
      const found = known.get(key);
      if (found && isFresh(found.at)) return found.answer;
      const asked = { answer: ask(key), at: clock() };
      known.set(key, asked);
      // What could not be found out is asked for again by the next one.
      asked.answer.catch(() => known.get(key) === asked && known.delete(key));
      return asked.answer;
    },
    forget: () => known.clear(),
  };
}
