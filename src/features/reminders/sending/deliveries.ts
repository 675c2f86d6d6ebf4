import type { Logger } from 'pino';
import { dayOf } from '../../../domain/week.ts';
import type { Collection } from '../../../store/port.ts';
import { update } from '../../../store/update.ts';
import type { ChannelKind, Subscription, SubscriptionIndex } from '../records.ts';
import { switchedOff } from '../subscription.ts';

/** How an accepted message ended. */
export interface Delivery {
  kind: ChannelKind;
  ref: string;
  result: 'arrived' | 'undelivered';
}

interface Deps {
  subscriptions: Collection<Subscription, SubscriptionIndex>;
  clock: () => number;
  log: Logger;
}

/** This many failures in a month end the channel: a single one may be a full mailbox, or a phone abroad. */
const MOST = 3;
const MONTH = 30 * 24 * 60 * 60 * 1000;

/**
 * Records reports about deliveries. A repeated report counts once, and a report about someone who has stopped, or about
 * nobody, changes nothing.
 */
export function createNoteDelivery({ subscriptions, clock, log }: Deps) {
  return async ({ kind, ref, result }: Delivery): Promise<void> => {
    const [found] = (await subscriptions.find({ where: { stopHash: ref }, limit: 1 })).items;
    if (found?.doc.kind !== kind) return;
    const now = clock();
    const written = await update(subscriptions, found.key, (doc) => {
      if (doc.state !== 'on') return doc;
      if (result === 'arrived') return doc.undelivered.length > 0 ? { ...doc, undelivered: [] } : doc;
      return withOneMore(doc, now);
    });
    if (result === 'undelivered') {
      const code = written?.doc.state === 'refused' ? 'reminder-channel-ended' : 'reminder-undelivered';
      log.warn({ code, channel: kind }, 'reminder');
    }
  };
}

/** At most one message goes out a day, so a second result on the same day is a repeat. */
function withOneMore(doc: Subscription, now: number): Subscription {
  const recent = doc.undelivered.filter((at) => at > now - MONTH);
  if (recent.some((at) => dayOf(at) === dayOf(now))) return doc;
  const undelivered = [...recent, now];
  return undelivered.length < MOST ? { ...doc, undelivered } : { ...switchedOff(doc, 'refused'), undelivered: [] };
}
