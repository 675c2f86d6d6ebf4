import { addDays, dayOf, daysBetween, type Day } from '../../domain/week.ts';

/** Where someone stands on the course as a whole. */
export type Standing = 'completed' | 'underWay' | 'away' | 'notStarted' | 'unfinished';

/** Three of four weeks: one may be ill twice in eight weeks and still have completed. */
const SHARE_TO_COMPLETE = 0.75;

/** So many days without a sign of someone, while the course runs, and they count as having dropped out. */
export const AWAY_DAYS = 21;

/** How many weeks' preparation one must have sent to have completed. @param weeks how many weeks have one */
export function leastWeeks(weeks: number): number {
  return Math.ceil(weeks * SHARE_TO_COMPLETE);
}

/** First and last day of the course; undefined where the class has no start date, as no one can then tell. */
export type Running = { begins: Day; ends: Day } | undefined;

export function runningOf(start: Day, weeks: number): Running {
  return start === '' ? undefined : { begins: start, ends: addDays(start, weeks * 7 - 1) };
}

export interface StandingInput {
  /** In how many weeks the person has sent the preparation. */
  weeksSent: number;
  /** How many it takes: see `leastWeeks`. */
  least: number;
  /** The last sign of the person, in milliseconds since 1970; 0 where they have never been here. */
  lastSeen: number;
  running: Running;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * The rule that the page tells. Days are counted within the course alone: not before it begins, and not after it ends,
 * when nobody is expected to come.
 */
export function standingOf({ weeksSent, least, lastSeen, running, now }: StandingInput): Standing {
  if (least > 0 && weeksSent >= least) return 'completed';
  const today = dayOf(now);
  const isOver = running !== undefined && today > running.ends;
  if (running && daysAway(running, lastSeen, isOver ? running.ends : today) >= AWAY_DAYS) return 'away';
  if (isOver) return 'unfinished';
  return lastSeen === 0 ? 'notStarted' : 'underWay';
}

/** From the last sign, or the beginning where there was none since, to this day. */
function daysAway({ begins }: NonNullable<Running>, lastSeen: number, until: Day): number {
  const seen = lastSeen === 0 ? '' : dayOf(lastSeen);
  return daysBetween(seen > begins ? seen : begins, until);
}
