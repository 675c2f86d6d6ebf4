import type { Clock } from '../domain/clock.ts';

export interface Cached<Answer> {
  /** The answer for this key, from memory if it is fresh; rejects as `ask` does. */
  of: (key: string) => Promise<Answer>;
  /** Call this after a change: everything is asked for again. */
  forget: () => void;
}

/** Answers kept by one cache: more than the rooms that are visited within half a minute. */
const MOST = 1000;

/**
 * A short-lived cache for answers that every request needs. Callers who ask at the same time share one question, and a
 * failure is not remembered. Of more answers than `most`, the oldest is forgotten.
 *
 * @param needs.ms milliseconds for which an answer is fresh; if the clock is set back, it is asked for again
 * @param needs.most default 1000
 */
export function cached<Answer>(
  ask: (key: string) => Promise<Answer>,
  { clock, ms, most = MOST }: { clock: Clock; ms: number; most?: number },
): Cached<Answer> {
  const known = new Map<string, { answer: Promise<Answer>; at: number }>();
  const isFresh = (at: number): boolean => clock() >= at && clock() - at < ms;
  const forgetOldest = (): void => {
    // A map keeps the order in which its entries were made.
    for (const key of known.keys()) {
      if (known.size <= most) return;
      known.delete(key);
    }
  };
  return {
    /** The answer for this key, from memory if it is fresh; rejects as `ask` does. */
    of: (key) => {
      const found = known.get(key);
      if (found && isFresh(found.at)) return found.answer;
      const asked = { answer: ask(key), at: clock() };
      known.delete(key);
      known.set(key, asked);
      forgetOldest();
      // After a failure, the next caller asks again.
      asked.answer.catch(() => known.get(key) === asked && known.delete(key));
      return asked.answer;
    },
    forget: () => known.clear(),
  };
}
