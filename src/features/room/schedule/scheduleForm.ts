import { z } from 'zod';
import { municipalityNamed } from '../../../domain/background.ts';
import type { Schedule } from '../../../domain/schedule.ts';
import { dayOf, daysBetween, weekdays, type Day } from '../../../domain/week.ts';
import { parseDay, parseLink, parseTime, withoutUnseen } from './written.ts';

/** The form as it was filled in. */
export interface ScheduleEntry {
  start: string;
  pace: string;
  rhythm: string;
  weekday: string;
  time: string;
  link: string;
  municipality: string;
}

export type FaultCode =
  | 'start'
  | 'startFarAway'
  | 'startMissing'
  | 'startPast'
  | 'pace'
  | 'rhythm'
  | 'weekday'
  | 'weekdayMissing'
  | 'time'
  | 'timeMissing'
  | 'link';

export interface ScheduleFault {
  field: keyof ScheduleEntry;
  code: FaultCode;
}

/** A start further away than this has a wrong year. */
const FAR_AWAY_DAYS = 730;

// A missing or repeated field counts as empty, and the rest of the form is kept.
const field = z.string().transform(withoutUnseen).catch('');
const entrySchema = z.object({
  start: field,
  pace: field,
  rhythm: field,
  weekday: field,
  time: field,
  link: field,
  municipality: field,
});

export function entryOf(body: unknown): ScheduleEntry {
  return entrySchema.parse(body ?? {});
}

/** The form for this schedule. */
export function entryFrom({ start, pace, rhythm, webinar, link, municipality }: Schedule): ScheduleEntry {
  return {
    start,
    pace,
    rhythm,
    weekday: webinar ? String(webinar.weekday) : '',
    time: webinar?.time ?? '',
    link,
    municipality,
  };
}

export interface Given {
  /** Milliseconds since 1970. */
  now: number;
  /** The options: ids of the course's rhythms. */
  rhythms: string[];
  /** Whether the retention of a class with these dates would already have run out (`pastRetention.ts`). */
  isPast: (schedule: Schedule) => boolean;
}

/** The schedule that a form asks for, or everything that is wrong with it. */
export function parseSchedule(
  entry: ScheduleEntry,
  { now, rhythms, isPast }: Given,
): { schedule: Schedule; faults: [] } | { schedule: undefined; faults: ScheduleFault[] } {
  const faults: ScheduleFault[] = [];
  const note = (name: keyof ScheduleEntry, code: FaultCode) => void faults.push({ field: name, code });
  const start = parseStart(entry, now, note);
  if (entry.pace !== 'all' && entry.pace !== 'weekly') note('pace', 'pace');
  if (entry.rhythm !== '' && !rhythms.includes(entry.rhythm)) note('rhythm', 'rhythm');
  const webinar = parseWebinar(entry, note);
  const link = parseLink(entry.link);
  if (link === undefined) note('link', 'link');
  if (start === undefined || link === undefined || faults.length > 0) return { schedule: undefined, faults };
  const pace = entry.pace === 'weekly' ? 'weekly' : 'all';
  const municipality = municipalityNamed(entry.municipality);
  const schedule: Schedule = { start, pace, rhythm: entry.rhythm, webinar, link, municipality };
  if (isPast(schedule)) return { schedule: undefined, faults: [{ field: 'start', code: 'startPast' }] };
  return { schedule, faults: [] };
}

type Note = (name: keyof ScheduleEntry, code: FaultCode) => void;

function parseStart(entry: ScheduleEntry, now: number, note: Note): Day | undefined {
  if (entry.start === '') {
    if (entry.pace === 'weekly') note('start', 'startMissing');
    return '';
  }
  const day = parseDay(entry.start);
  if (day === undefined) note('start', 'start');
  else if (Math.abs(daysBetween(dayOf(now), day)) > FAR_AWAY_DAYS) note('start', 'startFarAway');
  return day;
}

function parseWebinar({ weekday, time, link }: ScheduleEntry, note: Note): Schedule['webinar'] {
  if (weekday === '' && time === '' && link === '') return undefined;
  const chosen = weekdays.find((one) => String(one) === weekday);
  const at = parseTime(time);
  if (chosen === undefined) note('weekday', weekday === '' ? 'weekdayMissing' : 'weekday');
  if (at === undefined) note('time', time === '' ? 'timeMissing' : 'time');
  return chosen && at !== undefined ? { weekday: chosen, time: at } : undefined;
}
