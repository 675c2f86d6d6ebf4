import { weekCount } from '../../../content/rhythm.ts';
import type { Logger } from 'pino';
import { backOff } from '../../../util/backOff.ts';
import { dayOf } from '../../../domain/week.ts';
import { NEVER, type Collection, type Stored } from '../../../store/port.ts';
import { update } from '../../../store/update.ts';
import type { Work } from '../../../store/worker.ts';
import type { SendingOutcome, Send } from '../channels/outcome.ts';
import { reminderMessage } from './messages.ts';
import { nextOf } from './next.ts';
import type { OwnLinks } from '../../../activities/survey/ownLinks/index.ts';
import type { Occasion } from './occasions.ts';
import type { ChannelKind, Subscription, SubscriptionIndex } from '../records.ts';
import { switchedOff } from '../subscription.ts';
import { hasLeft, reminderFactsOf, type ReminderFacts, type ReminderFactsDeps } from './reminderFacts.ts';

export interface TurnDeps extends ReminderFactsDeps {
  subscriptions: Collection<Subscription, SubscriptionIndex>;
  channels: Partial<Record<ChannelKind, Send>>;
  toolUrl: string;
  ownLinks: Pick<OwnLinks, 'makeForMessage'>;
  random: () => number;
  log: Logger;
}

const MINUTE = 60 * 1000;
/** Far longer than a channel takes: an intent with an expired lease means that its worker is gone. */
const LEASE = 5 * MINUTE;
const REST = MINUTE;
const LONGEST_PAUSE = 60 * MINUTE;
/** Dates and people may still change, and checking a stopped room costs next to nothing. */
const ONCE_A_DAY = 24 * 60 * MINUTE;
const REMEMBERED = 60;

/** Claims one due document, and returns the work on it; undefined if none is due. */
export function createTurn(deps: TurnDeps): () => Promise<Work | undefined> {
  const { subscriptions, clock } = deps;
  /** A server that is down gets a short rest, so that a class's messages need not wait for it one by one. */
  const restUntil: Partial<Record<ChannelKind, number>> = {};

  const workOn = async (held: Stored<Subscription>, { now, lease }: { now: number; lease: number }): Promise<void> => {
    const release = (until: number) =>
      update(subscriptions, held.key, (doc) => (doc.due === lease ? { ...doc, due: until } : doc));
    const { doc } = held;
    if (doc.state !== 'on') await release(NEVER);
    else if (doc.sending) await giveUpUncertain(deps, held);
    else if ((restUntil[doc.kind] ?? 0) > now) await release(restUntil[doc.kind] ?? now);
    else {
      const todo = await whatToDo(deps, doc);
      if (typeof todo === 'number') await release(todo);
      else {
        const sent = await sendOnce(deps, { held, lease, ...todo });
        if (sent?.kind === 'later') restUntil[doc.kind] = clock() + REST;
      }
    }
  };
  return async () => {
    const now = clock();
    const lease = now + LEASE;
    const held = await subscriptions.claimDue(now, lease);
    return held && (() => workOn(held, { now, lease }));
  };
}

/** Returns a message to send now, or when to check again. */
async function whatToDo(
  deps: TurnDeps,
  doc: Subscription,
): Promise<number | { occasion: Occasion; facts: ReminderFacts }> {
  const facts = await reminderFactsOf(deps, doc);
  if (!facts) return deps.clock() + ONCE_A_DAY;
  const next = nextOf({ ...facts, weeks: weekCount(facts.course, facts.schedule), subscription: doc });
  if (next.kind === 'wait') return next.until;
  // Lists are emptied and rooms closed when a course is over; people who asked for the last survey still get it.
  if (!facts.isOver && (await hasLeft(deps, facts))) return deps.clock() + ONCE_A_DAY;
  return { occasion: next.occasion, facts };
}

/**
 * A worker ended between storing its intent and the outcome. The message may have been sent, and is not sent again: a
 * missing reminder does less harm than a repeated one.
 */
async function giveUpUncertain({ subscriptions, clock, log }: TurnDeps, { key, doc, version }: Stored<Subscription>) {
  const { sending } = doc;
  if (!sending) return;
  const written = await subscriptions.replace(key, version, { ...done(doc, sending), due: clock() });
  if (written) log.warn({ code: 'reminder-uncertain', channel: doc.kind, cause: 'worker-gone' }, 'reminder');
}

interface Sending {
  held: Stored<Subscription>;
  lease: number;
  occasion: Occasion;
  facts: ReminderFacts;
}

async function sendOnce(
  deps: TurnDeps,
  { held, lease, occasion, facts }: Sending,
): Promise<SendingOutcome | undefined> {
  const { subscriptions, clock, log } = deps;
  const { doc, key, version } = held;
  const send = deps.channels[doc.kind];
  if (!send) {
    // The channel is not set up now, but may be again.
    await subscriptions.replace(key, version, { ...doc, due: clock() + ONCE_A_DAY });
    return undefined;
  }
  const sending = { id: occasion.id, at: clock() };
  const intended = await subscriptions.replace(key, version, { ...doc, sending, due: lease });
  // Someone has changed or stopped it since; their write has made it due if there is anything to do.
  if (!intended) return undefined;

  const language = facts.person.language ?? doc.language;
  const stopUrl = `${deps.toolUrl}/stop/${doc.stopToken}`;
  const link = await linkFor(deps, { occasion, facts });
  const about = { channel: doc.kind, language, stopUrl, answerUrl: link?.url ?? '', ref: doc.stopHash };
  const outcome = await send(doc.address, reminderMessage(occasion, about));
  if (['later', 'dropped', 'refused'].includes(outcome.kind)) await link?.drop();
  const settled = { outcome, now: clock(), random: deps.random() };
  await update(subscriptions, key, (current) =>
    current.sending?.id === sending.id && current.sending.at === sending.at ? settle(current, settled) : current,
  );
  const level = outcome.kind === 'sent' ? 'info' : 'warn';
  log[level]({ code: `reminder-${outcome.kind}`, channel: doc.kind, cause: outcome.cause }, 'reminder');
  return outcome;
}

/** After the course its room may be closed, so the message contains a link of its own, to this survey only. */
async function linkFor({ ownLinks, toolUrl }: TurnDeps, { occasion, facts }: Pick<Sending, 'occasion' | 'facts'>) {
  if (occasion.survey === '' || !facts.isOver) return undefined;
  const { room, person } = facts;
  const { token, drop } = await ownLinks.makeForMessage({
    room: room.id,
    person: person.id,
    activity: occasion.survey,
  });
  return { url: `${toolUrl}/svar/${token}`, drop };
}

/** The document after its message had an outcome. */
function settle(doc: Subscription, { outcome, now, random }: { outcome: SendingOutcome; now: number; random: number }) {
  const { sending } = doc;
  if (!sending) return doc;
  if (outcome.kind === 'refused') return switchedOff(doc, 'refused');
  if (outcome.kind !== 'later') return { ...done(doc, sending, outcome.kind !== 'dropped'), due: now };
  const attempts = doc.retry?.id === sending.id ? doc.retry.attempts + 1 : 1;
  const at = now + backOff(attempts - 1, { shortest: MINUTE, longest: LONGEST_PAUSE }, random);
  return { ...doc, sending: null, retry: { id: sending.id, attempts, at }, due: at };
}

/** Marks the occasion as done. A message that may have been sent counts as today's. */
function done(doc: Subscription, { id, at }: { id: string; at: number }, mayHaveGone = true): Subscription {
  return {
    ...doc,
    sending: null,
    retry: null,
    handled: [...doc.handled, id].slice(-REMEMBERED),
    lastDay: mayHaveGone ? dayOf(at) : doc.lastDay,
  };
}
