import type { Language } from '../../domain/viewer.ts';
import type { Store } from '../../store/port.ts';
import { update } from '../../store/update.ts';
import { sentByAllSchema } from './sending/ceilings.ts';
import type { SmsLimits } from './codeLimits.ts';
import { createNoteDelivery, type Delivery } from './sending/deliveries.ts';
import { createConfirming, type CodeSent, type Confirmed } from './confirming.ts';
import { createFeeds, type Feeds } from './feeds.ts';
import {
  addressUseSchema,
  channelKinds,
  subscriptionSchema,
  type ChannelKind,
  type Choices,
  type Subscription,
  type Who,
} from './records.ts';
import { keyOf, switchedOff, withChoices } from './subscription.ts';
import { hashOf, isToken, SHORT } from '../../store/tokens.ts';
import { createTurn, type TurnDeps } from './sending/turn.ts';
import { createWorker, type Worker } from '../../store/worker.ts';

/** Reminders that a person has asked for. */
export interface Reminders {
  /** The channels that the operator has set up. */
  offered: ChannelKind[];
  feeds: Feeds;
  worker: Worker;
  get(who: Who, kind: ChannelKind): Promise<Subscription | undefined>;
  sendCode(who: Who & { language: Language }, to: { kind: ChannelKind; address: string }): Promise<CodeSent>;
  confirm(who: Who, kind: ChannelKind, code: string): Promise<Confirmed>;
  /** Does nothing if the channel is not on. */
  choose(who: Who & { language: Language }, kind: ChannelKind, choices: Choices): Promise<void>;
  stop(who: Who, kind: ChannelKind): Promise<void>;
  /** Records a carrier's report about how a message ended: `ref` is the one it was sent with. */
  noteDelivery(told: Delivery): Promise<void>;
  /** Whose stop link this is; undefined if it is none. */
  findStop(token: unknown): Promise<Subscription | undefined>;
}

export interface RemindersDeps extends Omit<TurnDeps, 'subscriptions'> {
  /** For codes and the limits per address; derived from the tool's secret. */
  key: Buffer;
  smsLimits: SmsLimits;
}

/** Messages under way at once. */
const AT_ONCE = 4;

export async function createReminders(store: Store, deps: RemindersDeps): Promise<Reminders> {
  const { clock, channels, log } = deps;
  const subscriptions = await store.collection(subscriptionSchema);
  const uses = await store.collection(addressUseSchema);
  const sentByAll = await store.collection(sentByAllSchema);
  const sweep = async () => (await uses.sweep(clock())) + (await sentByAll.sweep(clock()));
  const worker = createWorker({
    name: 'reminders',
    claim: createTurn({ ...deps, subscriptions }),
    atOnce: AT_ONCE,
    sweep,
    log,
  });
  const confirming = createConfirming({ ...deps, subscriptions, uses, sentByAll });
  return {
    ...confirming,
    offered: channelKinds.filter((kind) => channels[kind] !== undefined),
    feeds: await createFeeds(store, clock),
    worker,
    get: async (who, kind) => (await subscriptions.get(keyOf(who, kind)))?.doc,
    choose: async (who, kind, choices) => {
      await update(subscriptions, keyOf(who, kind), (doc) =>
        doc.state === 'on' ? { ...withChoices(doc, choices, clock()), language: who.language } : doc,
      );
    },
    stop: async (who, kind) => {
      await update(subscriptions, keyOf(who, kind), (doc) => switchedOff(doc, 'stopped'));
    },
    noteDelivery: createNoteDelivery({ subscriptions, clock, log }),
    findStop: async (token) => {
      if (!isToken(token, SHORT)) return undefined;
      const { items } = await subscriptions.find({ where: { stopHash: hashOf(token) }, limit: 1 });
      return items[0]?.doc;
    },
  };
}
