import type { BrokenAnswer } from '../../../src/sandbox/misbehaviour.ts';
import type { RecordedRequest } from '../../../src/sandbox/requestRecord.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from '../../support/platform/startPlatform.ts';
import type { Random } from './random.ts';

/** A platform as they are: slow now and then, down now and then, and one that takes a score and then is not heard. */
export function behaveLikeMost({ misbehave }: Platform, random: Random): void {
  const fault = (): BrokenAnswer => {
    if (random.chance(0.05)) return { kind: 'status', status: 503 };
    if (random.chance(0.05)) return { kind: 'drop-answer' };
    return { kind: 'hold', until: pause(random.below(80)) };
  };
  Object.defineProperty(misbehave.always, 'scores', { get: fault, configurable: true });
}

interface Told {
  cell: string;
  timestamp: string;
  status: number;
}

/** All scores that ever reached the platform; its own memory is short. */
export function recordScores({ requests }: Platform) {
  const told: Told[] = [];
  const toldBy = ({ path, status, body }: RecordedRequest): Told => {
    const { userId, timestamp } = body as { userId: string; timestamp: string };
    return { cell: `${path} ${userId}`, timestamp, status };
  };
  return {
    take: () => {
      told.push(
        ...requests
          .of('scores')
          .filter(({ body }) => body !== undefined)
          .map(toldBy),
      );
      requests.clear();
    },
    cells: (): Map<string, Told[]> => Map.groupBy(told, ({ cell }) => cell),
    count: () => told.length,
  };
}
