import type { Clock } from '../domain/clock.ts';

export interface Cached<Answer> {
  /** The answer for this key, from memory if it is fresh; rejects as `ask` does. */
  of: (key: string) => Promise<Answer>;
  /** Call this after a change: everything is asked for again. */
  forget: () => void;
}

/**
 * A short-lived cache for answers that every request needs. Callers who ask at the same time share one question, and a
 * failure is not remembered.
 *
 * @param needs.ms milliseconds for which an answer is fresh; if the clock is set back, it is asked for again
 */
export function cached<Answer>(
  ask: (key: string) => Promise<Answer>,
  { clock, ms }: { clock: Clock; ms: number },
): Cached<Answer> {
  const known = new Map<string, { answer: Promise<Answer>; at: number }>();
  const isFresh = (at: number): boolean => clock() >= at && clock() - at < ms;
  return {
    /** The answer for this key, from memory if it is fresh; rejects as `ask` does. */
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
