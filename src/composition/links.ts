import { createOwnLinks } from '../activities/survey/ownLinks/index.ts';
import type { Clock } from '../domain/clock.ts';
import { createStatementLinks } from '../features/municipality/index.ts';
import { createCopyLinks } from '../features/privacy/index.ts';
import type { Store } from '../store/port.ts';

/** The links by which people come in without a launch. Links from the command line are in `features/signIn`. */
export async function openLinks(store: Store, clock: Clock) {
  return {
    copyLinks: await createCopyLinks(store, clock),
    ownLinks: await createOwnLinks(store, clock),
    statementLinks: await createStatementLinks(store, clock),
  };
}
