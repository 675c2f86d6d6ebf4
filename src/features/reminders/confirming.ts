import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { Language } from '../../domain/viewer.ts';
import type { Collection } from '../../store/port.ts';
import { update, upsert } from '../../store/update.ts';
import type { Send } from './channels/outcome.ts';
import { isServed } from './address.ts';
import { createCodeLimits, type CodeLimitsDeps, type MaySend } from './codeLimits.ts';
import { mayGo, withOneMore } from './sending/limits.ts';
import { codeMessage } from './sending/messages.ts';
import type { ChannelKind, Pending, Subscription, SubscriptionIndex, Who } from './records.ts';
import { keyOf, newSubscription, switchedOn } from './subscription.ts';

/**
 * `uncertain`: it may be on its way. `away`: it could not be sent now. `refused`: the address accepts nothing.
 * `country`: the number belongs to a country that is not served.
 */
export type CodeSent = 'sent' | 'uncertain' | 'too-many' | 'away' | 'refused' | 'country';
export type Confirmed = 'confirmed' | 'wrong' | 'used-up' | 'expired';

export interface ConfirmingDeps extends Omit<CodeLimitsDeps, 'keyed'> {
  subscriptions: Collection<Subscription, SubscriptionIndex>;
  channels: Partial<Record<ChannelKind, Send>>;
  /** Derived from the tool's secret: with a plain hash, six digits and an address could be guessed. */
  key: Buffer;
}

const LASTS = 15 * 60 * 1000;
const MOST_TRIES = 5;

/** Proves that an address belongs to the person who typed it; an unconfirmed address is sent nothing but codes. */
export function createConfirming(deps: ConfirmingDeps) {
  const { subscriptions, channels, key, clock, smsLimits } = deps;
  const keyed = (...parts: string[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  const limits = createCodeLimits({ ...deps, keyed });
  const codeHash = (address: string, code: string) => keyed('code', address, code);

  /**
   * The code's hash and its place in the limits are stored before it is sent: a lost answer cannot give an extra code.
   */
  const reserve = async (who: Who & { language: Language }, kind: ChannelKind, pending: Pending): Promise<MaySend> => {
    const now = clock();
    const known = await subscriptions.get(keyOf(who, kind));
    if (known && !mayGo(known.doc.codesSent, now)) return 'too-many';
    const may = await limits.take(who, { kind, address: pending.address });
    if (may !== 'yes') return may;
    return (await noteWith(subscriptions, { ...who, kind, pending, now })) ? 'yes' : 'too-many';
  };

  return {
    /** Sends a new code to an address; an earlier code stops working. */
    sendCode: async (
      who: Who & { language: Language },
      { kind, address }: { kind: ChannelKind; address: string },
    ): Promise<CodeSent> => {
      const send = channels[kind];
      if (!send) return 'away';
      if (kind === 'sms' && !isServed(address, smsLimits.countries)) return 'country';
      const code = randomInt(1_000_000).toString().padStart(6, '0');
      const pending = { address, codeHash: codeHash(address, code), expires: clock() + LASTS, tries: 0 };
      const may = await reserve(who, kind, pending);
      if (may !== 'yes') return may;
      const sent = await send(address, codeMessage(code, { channel: kind, language: who.language }));
      if (sent.kind === 'sent' || sent.kind === 'uncertain') return sent.kind;
      return sent.kind === 'later' ? 'away' : 'refused';
    },

    confirm: (who: Who, kind: ChannelKind, code: string) => {
      const hash = (address: string) => codeHash(address, code);
      return confirmWith(subscriptions, keyOf(who, kind), { now: clock(), hash });
    },
  };
}

type Noted = Who & { kind: ChannelKind; language: Language };

async function noteWith(
  subscriptions: ConfirmingDeps['subscriptions'],
  { pending, now, ...who }: Noted & { pending: Pending; now: number },
): Promise<boolean> {
  const { kind, language } = who;
  let noted = false;
  await upsert(subscriptions, keyOf(who, kind), {
    first: () => newSubscription(who, kind),
    change: (doc) => {
      // If two processes handle simultaneous requests, the earlier check has let both pass.
      noted = mayGo(doc.codesSent, now);
      return noted ? { ...doc, language, pending, codesSent: withOneMore(doc.codesSent, now) } : doc;
    },
  });
  return noted;
}

async function confirmWith(
  subscriptions: ConfirmingDeps['subscriptions'],
  key: string,
  { now, hash }: { now: number; hash: (address: string) => string },
): Promise<Confirmed> {
  let result: Confirmed = 'expired';
  await update(subscriptions, key, (doc) => {
    const { pending } = doc;
    result = judge(pending, pending ? hash(pending.address) : '', now);
    if (!pending || result === 'expired' || result === 'used-up') return doc;
    if (result === 'confirmed') return switchedOn(doc, pending.address, now);
    return { ...doc, pending: { ...pending, tries: pending.tries + 1 } };
  });
  return result;
}

function judge(pending: Pending | null, hash: string, now: number): Confirmed {
  if (!pending || pending.expires <= now) return 'expired';
  if (pending.tries >= MOST_TRIES) return 'used-up';
  return timingSafeEqual(Buffer.from(pending.codeHash), Buffer.from(hash)) ? 'confirmed' : 'wrong';
}
