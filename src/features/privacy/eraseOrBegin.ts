import type { Logger } from 'pino';
import { ErasureUnderWay } from './erasing/erase.ts';
import type { Eraser } from './erasing/erasures.ts';
import type { Whom } from './inventory/belonging.ts';
import type { Privacy } from './privacy.ts';

interface Wish {
  whom: Whom;
  eraser: Eraser;
  log: Logger;
}

/** Returns true if everything is erased; false if the erasure has begun and continues by itself. */
export async function eraseOrBegin(privacy: Pick<Privacy, 'erase'>, { whom, eraser, log }: Wish): Promise<boolean> {
  const by = eraser.by === 'administrator' ? eraser.actor : eraser.by;
  try {
    await privacy.erase(whom, eraser);
    log.info({ code: 'person-erased', by }, 'privacy');
    return true;
  } catch (error) {
    if (!(error instanceof ErasureUnderWay)) throw error;
    log.error({ code: 'erasure-waits', by, err: error }, 'privacy');
    return false;
  }
}
