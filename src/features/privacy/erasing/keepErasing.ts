import type { Logger } from 'pino';
import type { Privacy } from '../privacy.ts';

const EVERY_MS = 60_000;

/** Every process retries interrupted erasures (a full disk, a kill) until they are complete. */
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
    /** Resolves when the first check is over. */
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
