import type { Logger } from 'pino';
import type { Privacy } from '../privacy.ts';

const EVERY_MS = 60_000;

/** Erasures that were interrupted (a full disk, a kill) are tried again and again, by every process, until they are over. */
export function keepErasing(privacy: Pick<Privacy, 'finishErasures'>, log: Logger) {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    try {
      const count = await privacy.finishErasures();
      if (count > 0) log.info({ code: 'erasures-finished', count }, 'privacy');
    } catch (error) {
      log.error({ code: 'erasure-waits', err: error }, 'privacy');
    }
    underWay = undefined;
  };
  const begin = () => (underWay ??= look());
  return {
    /** The first look is over when this resolves. */
    start: async (every = EVERY_MS): Promise<void> => {
      timer = setInterval(() => void begin(), every).unref();
      await begin();
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await underWay;
    },
  };
}
