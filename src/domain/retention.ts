import type { Schedule } from './schedule.ts';
import { addDays, addMonths, dayOf, instantOf } from './week.ts';

/** How long staff can see that a room will be removed before it is. */
export const GRACE_DAYS = 30;

/** A room's audit log is kept this long after the room was removed. */
export const AUDIT_MONTHS = 12;

/** The time limit, in milliseconds since 1970: what ended before it is removed. */
export function retentionLimit(now: number, months: number): number {
  return instantOf(addMonths(dayOf(now), -months), '00:00');
}

/** When a class with these dates is over, in milliseconds since 1970; undefined without a start date. */
export function endOfDates(schedule: Schedule, weeks: number): number | undefined {
  return schedule.start === '' ? undefined : instantOf(addDays(schedule.start, weeks * 7), '00:00');
}
