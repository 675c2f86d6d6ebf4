import { dayOf } from '../../../domain/week.ts';
import { occasionsAhead, type Calendar, type Occasion } from './occasions.ts';
import { nextMorning, outsideQuiet } from './quiet.ts';
import type { OccasionKind, Subscription } from '../records.ts';
import { isOver } from './courseOver.ts';

/** What to do now: send a message, or check again later (milliseconds since 1970). */
export type Next = { kind: 'send'; occasion: Occasion } | { kind: 'wait'; until: number };

export interface NextInput extends Omit<Calendar, 'choices'> {
  subscription: Pick<Subscription, 'choices' | 'chosenAt' | 'handled' | 'lastDay' | 'retry'>;
  /** Whether there is still something to remind of: it is not done yet, and there is a plan. */
  isWanted: (occasion: Occasion) => boolean;
}

/** The class's dates may change at any time without notice to the queue. */
const LOOK_AGAIN = 60 * 60 * 1000;
/** After the course, only surveys are left. */
const LOOK_AGAIN_AFTER = 24 * LOOK_AGAIN;

/** One message a day: of two on the same day, the more urgent one is sent. */
const rank: Record<OccasionKind, number> = { webinar: 0, preparation: 1, survey: 2, plan: 3 };

/** The next message of a channel, considering quiet hours, one message a day, what has been sent and what is done. */
export function nextOf(input: NextInput): Next {
  const { now, isWanted } = input;
  const open = timely(input);
  const ready = open
    .filter((occasion) => occasion.at <= now && isWanted(occasion))
    .sort((one, other) => rank[one.kind] - rank[other.kind])[0];
  if (ready) return { kind: 'send', occasion: ready };
  const coming = open.filter(({ at }) => at > now).map(({ at }) => at);
  return { kind: 'wait', until: Math.min(now + (isOver(input) ? LOOK_AGAIN_AFTER : LOOK_AGAIN), ...coming) };
}

/** The remaining reminders, each at the first permitted moment; without those that would come too late. */
function timely(input: NextInput): Occasion[] {
  const { subscription, now } = input;
  const all = occasionsAhead({ ...input, choices: subscription.choices })
    .filter(({ id, at }) => !subscription.handled.includes(id) && at >= subscription.chosenAt)
    .map((occasion) => ({ ...occasion, at: firstMoment(occasion, subscription) }));
  const yielded = all.map((occasion) => ({ ...occasion, at: afterGreater(occasion, all, input) }));
  // The present moment may also be quiet, if a message has waited into the evening.
  return yielded
    .map((occasion) => ({
      ...occasion,
      at: occasion.at <= now ? Math.max(occasion.at, outsideQuiet(now)) : occasion.at,
    }))
    .filter(({ at, until }) => at < until);
}

function firstMoment({ id, at }: Occasion, { retry, lastDay }: NextInput['subscription']): number {
  const tried = retry?.id === id ? Math.max(at, retry.at) : at;
  const allowed = outsideQuiet(tried);
  return lastDay !== '' && dayOf(allowed) <= lastDay ? nextMorning(Date.parse(`${lastDay}T12:00:00Z`)) : allowed;
}

/** A less urgent reminder leaves the day to a more urgent one still to come on that day. */
function afterGreater(occasion: Occasion, all: Occasion[], { isWanted, now }: NextInput): number {
  const today = dayOf(Math.max(occasion.at, now));
  const hasGreater = all.some(
    (other) =>
      rank[other.kind] < rank[occasion.kind] && dayOf(other.at) === today && other.at < other.until && isWanted(other),
  );
  return hasGreater ? nextMorning(Math.max(occasion.at, now)) : occasion.at;
}
