import { addDays, dayOf, daysBetween, type Day } from '../../domain/week.ts';

/** A person's status in the whole course. */
export type Standing = 'completed' | 'underWay' | 'away' | 'notStarted' | 'unfinished';

/** Three quarters of the weeks: someone may be ill twice in eight weeks and still complete the course. */
const SHARE_TO_COMPLETE = 0.75;

/** Someone counts as having dropped out after this many days without a sign, while the course runs. */
export const AWAY_DAYS = 21;

/** For how many weeks the preparation must be sent to complete the course. @param weeks how many weeks have one */
export function leastWeeks(weeks: number): number {
  return Math.ceil(weeks * SHARE_TO_COMPLETE);
}

/** First and last day of the course; undefined if the class has no start date, so that no one can tell. */
export type Running = { begins: Day; ends: Day } | undefined;

export function runningOf(start: Day, weeks: number): Running {
  return start === '' ? undefined : { begins: start, ends: addDays(start, weeks * 7 - 1) };
}

export interface StandingInput {
  /** For how many weeks the person has sent the preparation. */
  weeksSent: number;
  /** How many are needed: see `leastWeeks`. */
  least: number;
  /** The person's last sign of activity, in milliseconds since 1970; 0 if they have never been here. */
  lastSeen: number;
  running: Running;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * The rule that the page explains. Only days within the course are counted, not before it begins or after it ends, when
 * nobody is expected to come.
 */
export function standingOf({ weeksSent, least, lastSeen, running, now }: StandingInput): Standing {
  if (least > 0 && weeksSent >= least) return 'completed';
  const today = dayOf(now);
  const isOver = running !== undefined && today > running.ends;
  if (running && daysAway(running, lastSeen, isOver ? running.ends : today) >= AWAY_DAYS) return 'away';
  if (isOver) return 'unfinished';
  return lastSeen === 0 ? 'notStarted' : 'underWay';
}

/** Days from the last sign, or from the beginning if there was none since, to this day. */
function daysAway({ begins }: NonNullable<Running>, lastSeen: number, until: Day): number {
  const seen = lastSeen === 0 ? '' : dayOf(lastSeen);
  return daysBetween(seen > begins ? seen : begins, until);
}
