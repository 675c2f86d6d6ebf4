import { leastOf, type CourseRule } from '../../domain/courseRule.ts';
import { addDays, dayOf, daysBetween, type Day } from '../../domain/week.ts';

/** In the order in which pages count them. */
export const standings = ['completed', 'underWay', 'away', 'notStarted', 'unfinished'] as const;
/** A person's status in the whole course. */
export type Standing = (typeof standings)[number];

/** First and last day of the course; undefined if the class has no start date, so that no one can tell. */
export type Running = { begins: Day; ends: Day } | undefined;

export function runningOf(start: Day, weeks: number): Running {
  return start === '' ? undefined : { begins: start, ends: addDays(start, weeks * 7 - 1) };
}

export interface WebinarFacts {
  running: Running;
  /** How many webinars the course has. */
  weeks: number;
  /** Of how many of them attendance was noted. */
  noted: number;
  rule: CourseRule;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * How many webinars someone must have come to, and of how many. Once the course is over, those that nobody noted are
 * not counted, if at least half were noted. Zero where nothing was noted: then attendance says nothing.
 */
export function leastWebinars({ running, weeks, noted, rule, now }: WebinarFacts): { least: number; of: number } {
  if (noted === 0) return { least: 0, of: 0 };
  const of = isOver(running, now) && noted * 2 >= weeks ? noted : weeks;
  return { least: leastOf(of, rule), of };
}

export interface StandingInput {
  /** For how many weeks the person has sent the preparation. */
  weeksSent: number;
  /** How many are needed; 0 if the course has no preparation. */
  least: number;
  /** How many webinars the person came to. */
  came: number;
  /** How many are needed: see `leastWebinars`. */
  leastCame: number;
  /** The person's last sign of activity, in milliseconds since 1970; 0 if they have never been here. */
  lastSeen: number;
  running: Running;
  rule: CourseRule;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * The rule that the page explains. Only days within the course are counted, not before it begins or after it ends, when
 * nobody is expected to come.
 */
export function standingOf(input: StandingInput): Standing {
  const { lastSeen, running, rule, now } = input;
  if (hasCompleted(input)) return 'completed';
  const until = isOver(running, now) ? running.ends : dayOf(now);
  if (running && daysAway(running, lastSeen, until) >= rule.droppedOutDays) return 'away';
  if (isOver(running, now)) return 'unfinished';
  return lastSeen === 0 ? 'notStarted' : 'underWay';
}

/** Where only one of preparation and attendance is known, it alone decides. */
export function completedBy({ least, leastCame, rule }: Pick<StandingInput, 'least' | 'leastCame' | 'rule'>) {
  if (leastCame === 0) return 'preparation';
  return least === 0 ? 'attendance' : rule.completedBy;
}

function hasCompleted(input: StandingInput): boolean {
  const { weeksSent, least, came, leastCame } = input;
  const has = { preparation: least > 0 && weeksSent >= least, attendance: leastCame > 0 && came >= leastCame };
  const by = completedBy(input);
  if (by === 'either') return has.preparation || has.attendance;
  return by === 'both' ? has.preparation && has.attendance : has[by];
}

function isOver(running: Running, now: number): running is NonNullable<Running> {
  return running !== undefined && dayOf(now) > running.ends;
}

/** Days from the last sign, or from the beginning if there was none since, to this day. */
function daysAway({ begins }: NonNullable<Running>, lastSeen: number, until: Day): number {
  const seen = lastSeen === 0 ? '' : dayOf(lastSeen);
  return daysBetween(seen > begins ? seen : begins, until);
}
