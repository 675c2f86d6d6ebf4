import type { Clock } from '../../domain/clock.ts';
import type { Store } from '../../store/port.ts';
import { createReplies } from './store.ts';
import { createReplyThanks } from './thanks.ts';

/** Everything that is stored about replies. */
export async function openReplies(store: Store, clock: Clock) {
  return { replies: await createReplies(store, clock), replyThanks: await createReplyThanks(store, clock) };
}
