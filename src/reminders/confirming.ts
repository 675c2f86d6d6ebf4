import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { Language } from '../domain/viewer.ts';
import type { Collection } from '../store/port.ts';
import { update, upsert } from '../store/update.ts';
import type { Send } from './channels/outcome.ts';
import { mayGo, takeCode, withOneMore } from './limits.ts';
import { codeMessage } from './messages.ts';
import type { AddressUse, ChannelKind, Pending, Subscription, SubscriptionIndex, Who } from './records.ts';
import { keyOf, newSubscription, switchedOn } from './subscription.ts';

/** `uncertain`: it may be on its way. `away`: it could not be sent now. `refused`: the address takes nothing. */
export type CodeSent = 'sent' | 'uncertain' | 'too-many' | 'away' | 'refused';
export type Confirmed = 'confirmed' | 'wrong' | 'used-up' | 'expired';

export interface ConfirmingNeeds {
  subscriptions: Collection<Subscription, SubscriptionIndex>;
  uses: Collection<AddressUse, 'expires'>;
  channels: Partial<Record<ChannelKind, Send>>;
  /** Derived from the tool's secret: six digits and an address are few enough to be guessed from a plain hash. */
  key: Buffer;
  clock: () => number;
}

const LASTS = 15 * 60 * 1000;
const MOST_TRIES = 5;

/** Shows that an address belongs to the one who typed it: nothing else is ever sent to one that is not confirmed. */
export const createConfirming = ({ subscriptions, uses, channels, key, clock }: ConfirmingNeeds) => {
  const keyed = (...parts: string[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  const codeHash = (address: string, code: string) => keyed('code', address, code);

  /** The code's hash and its place in the limits are stored before it goes: a lost answer cannot give one more. */
  const reserve = async (who: Who & { language: Language }, kind: ChannelKind, pending: Pending): Promise<boolean> => {
    const now = clock();
    const { language } = who;
    const known = await subscriptions.get(keyOf(who, kind));
    if (known && !mayGo(known.doc.codesSent, now)) return false;
    if (!(await takeCode(uses, keyed('address', kind, pending.address), now))) return false;
    let reserved = false;
    await upsert(subscriptions, keyOf(who, kind), {
      first: () => newSubscription(who, kind),
      change: (doc) => {
        // Asked for twice at the same time, at two processes, the look above has let both by.
        reserved = mayGo(doc.codesSent, now);
        return reserved ? { ...doc, language, pending, codesSent: withOneMore(doc.codesSent, now) } : doc;
      },
    });
    return reserved;
  };

  return {
    /** Sends a new code to an address; one sent before no longer works. */
    sendCode: async (
      who: Who & { language: Language },
      { kind, address }: { kind: ChannelKind; address: string },
    ): Promise<CodeSent> => {
      const send = channels[kind];
      if (!send) return 'away';
      const code = randomInt(1_000_000).toString().padStart(6, '0');
      const pending = { address, codeHash: codeHash(address, code), expires: clock() + LASTS, tries: 0 };
      if (!(await reserve(who, kind, pending))) return 'too-many';
      const sent = await send(address, codeMessage(code, { channel: kind, language: who.language }));
      if (sent.kind === 'sent' || sent.kind === 'uncertain') return sent.kind;
      return sent.kind === 'later' ? 'away' : 'refused';
    },

    confirm: (who: Who, kind: ChannelKind, code: string) =>
      confirmWith(subscriptions, keyOf(who, kind), {
        now: clock(),
        hash: (address) => codeHash(address, code),
      }),
  };
};

const confirmWith = async (
  subscriptions: ConfirmingNeeds['subscriptions'],
  key: string,
  { now, hash }: { now: number; hash: (address: string) => string },
): Promise<Confirmed> => {
  let result: Confirmed = 'expired';
  await update(subscriptions, key, (doc) => {
    const { pending } = doc;
    result = judge(pending, pending ? hash(pending.address) : '', now);
    if (!pending || result === 'expired' || result === 'used-up') return doc;
    if (result === 'confirmed') return switchedOn(doc, pending.address, now);
    return { ...doc, pending: { ...pending, tries: pending.tries + 1 } };
  });
  return result;
};

const judge = (pending: Pending | null, hash: string, now: number): Confirmed => {
  if (!pending || pending.expires <= now) return 'expired';
  if (pending.tries >= MOST_TRIES) return 'used-up';
  return timingSafeEqual(Buffer.from(pending.codeHash), Buffer.from(hash)) ? 'confirmed' : 'wrong';
};
