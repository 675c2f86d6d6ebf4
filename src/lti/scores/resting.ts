import type { Clock } from '../../domain/clock.ts';
import type { Outcome } from '../../domain/report.ts';
import { pause } from './outcomes.ts';

/**
 * Platforms that do not answer rest for a while: the reports of a whole class would otherwise each wait for a time-out,
 * and fall on the platform all at once when it comes back.
 */
export interface Resting {
  /** When a report for this platform may be tried; undefined: now. */
  until(platform: string): number | undefined;
  note(platform: string, outcome: Outcome): void;
}

/** Troubles of the platform as a whole, not of one report. */
const isDown = (cause: string): boolean =>
  /^(timeout|connection|token|token-5\d\d|http-(429|502|503|504))$/.test(cause);
const LONGEST_REST = 15 * 60_000;

export const createResting = ({ clock, random }: { clock: Clock; random: () => number }): Resting => {
  const down = new Map<string, { until: number; times: number }>();
  return {
    until: (platform) => {
      const rest = down.get(platform);
      return rest && rest.until > clock() ? rest.until : undefined;
    },
    note: (platform, outcome) => {
      if (outcome.kind !== 'retry' || !isDown(outcome.cause)) return void down.delete(platform);
      const before = down.get(platform);
      if (before && before.until > clock()) return;
      const times = (before?.times ?? 0) + 1;
      down.set(platform, { times, until: clock() + Math.min(LONGEST_REST, pause(times - 1, random())) });
    },
  };
};
