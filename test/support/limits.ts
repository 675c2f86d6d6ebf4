import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { createHitCounts } from '../../src/http/hitCounts.ts';
import { createLimited, type Limited } from '../../src/http/limited.ts';
import type { Store } from '../../src/store/port.ts';

/** Rate limits that count in a store. */
export async function limitedIn(store: Store): Promise<Limited> {
  return createLimited(
    await createHitCounts(store, { clock: Date.now, key: randomBytes(32), log: pino({ level: 'silent' }) }),
  );
}
