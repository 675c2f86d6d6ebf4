import type { Clock } from './clock.ts';

/** A short-lived cache for answers that every request needs. */
export interface Remembered<Answer> {
  of: (key: string) => Promise<Answer>;
  /** Call this after a change: everything is asked for again. */
  forget: () => void;
}

/** @param needs.ms how old an answer may be, whatever the clock does meanwhile */
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
      // After a failure, the next caller asks again.
      asked.answer.catch(() => known.get(key) === asked && known.delete(key));
      return asked.answer;
    },
    forget: () => known.clear(),
  };
}
