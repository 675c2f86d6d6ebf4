import type { Clock } from '../../domain/clock.ts';
import type { Delivery } from './deliver.ts';
import { pause } from './outcomes.ts';

/** A pause in which a platform is sent nothing. */
interface Rest {
  /** Milliseconds since 1970. */
  until: number;
  cause: string;
}

/**
 * Platforms that do not answer are given a rest: otherwise the reports of a whole class would each wait for a time-out,
 * and all reach the platform at once when it comes back. Platforms that ask for a rest (`Retry-After`) get one too.
 */
export interface Resting {
  /** The platform's rest; undefined if its reports may be tried now. */
  of(platform: string): Rest | undefined;
  note(platform: string, delivery: Delivery): void;
}

/** Failures of the platform as a whole, not of one report. */
function isDown(cause: string): boolean {
  return /^(timeout|connection|malformed|token|token-(429|5\d\d)|(http|line-item)-(30\d|429|502|503|504))$/.test(cause);
}
const LONGEST_REST = 15 * 60_000;

export function createResting({ clock, random }: { clock: Clock; random: () => number }): Resting {
  const down = new Map<string, Rest & { times: number; asked: boolean }>();
  return {
    of: (platform) => {
      const rest = down.get(platform);
      return rest && rest.until > clock() ? rest : undefined;
    },
    note: (platform, { outcome, restUntil }) => {
      const before = down.get(platform) ?? { until: 0, times: 0, asked: false };
      const isResting = before.until > clock();
      if (outcome.kind !== 'retry' || !isDown(outcome.cause)) {
        if (!isResting || !before.asked) down.delete(platform);
        return;
      }
      const asked = restUntil > 0;
      // Requests that were under way together fail together, so they count as one failure.
      if (isResting && !asked) return;
      const times = before.times + 1;
      const until = asked ? restUntil : clock() + Math.min(LONGEST_REST, pause(times - 1, random()));
      down.set(platform, { times, asked, cause: outcome.cause, until: Math.max(until, before.until) });
    },
  };
}
