/**
 * Days in Europe/Copenhagen time. A day is its date as `2026-12-07`, so that days can be compared and added without a
 * time of day, and the two nights when the clock changes are days like others.
 */
export type Day = string;

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export const TIME_ZONE = 'Europe/Copenhagen';
const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/** Whether a text is an existing day: `2026-02-29` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && dateOf(ms) === text;
}

/** Whether a text is a time of day such as `09:30`. */
export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The day in Denmark at this instant. @param ms milliseconds since 1970 */
export function dayOf(ms: number): Day {
  return dateOf(ms + offsetAt(ms));
}

export function addDays(day: Day, days: number): Day {
  return dateOf(utc(day) + days * DAY_MS);
}

/** The same date this many months later; the last day of the month if that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return addDays(dateOf(first), Math.min(date, last) - 1);
}

/** How many days the second day is after the first; negative if it is earlier. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((utc(second) - utc(first)) / DAY_MS);
}

export function weekdayOf(day: Day): Weekday {
  const sundayFirst = new Date(utc(day)).getUTCDay();
  return (sundayFirst === 0 ? 7 : sundayFirst) as Weekday;
}

/** The first day with this weekday from the given day on; the day itself counts. */
export function nextWeekday(from: Day, weekday: Weekday): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** The seven days from this Monday. */
export function daysOfWeek(monday: Day): Day[] {
  return weekdays.map((weekday) => addDays(monday, weekday - 1));
}

/** Whether a text is a Monday within the range of our calendars. */
export function isMonday(text: string): boolean {
  return text.startsWith('20') && isDay(text) && weekdayOf(text) === 1;
}

/** Week number as in a Danish calendar (ISO 8601: the week belongs to the year of its Thursday). */
export function weekNumberOf(day: Day): number {
  const thursday = addDays(mondayOf(day), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / weekdays.length) + 1;
}

/**
 * The instant of this time on this day in Europe/Copenhagen, in milliseconds since 1970. A time skipped in spring is
 * taken as an hour later; a time that occurs twice in autumn is taken as the first.
 * @param time as `09:30`
 */
export function instantOf(day: Day, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const shown = utc(day) + (hours * 60 + minutes) * MINUTE_MS;
  // The two offsets of a day on which the clock changes: neither fits a skipped time, both fit a time that occurs
  // twice.
  const [before, after] = [shown - offsetAt(shown - DAY_MS), shown - offsetAt(shown + DAY_MS)];
  const right = [before, after].filter((ms) => ms + offsetAt(ms) === shown);
  return right.length > 0 ? Math.min(...right) : before;
}

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

const clockInDenmark = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** How far Europe/Copenhagen time is ahead of UTC at this instant, in milliseconds. */
function offsetAt(ms: number): number {
  const parts = new Map(clockInDenmark.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}
