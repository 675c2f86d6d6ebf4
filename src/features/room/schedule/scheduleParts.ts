import { weekCount } from '../../../content/rhythm.ts';
import type { Course } from '../../../content/course.ts';
import type { Schedule } from '../../../domain/schedule.ts';
import { weekdays } from '../../../domain/week.ts';
import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import { dayInWords } from '../../../text/times.ts';
import { entryFrom, type ScheduleEntry, type ScheduleFault } from './scheduleForm.ts';

export interface SchedulePartInput {
  course: Course;
  schedule: Schedule;
  /** A refused form, to be shown again as it was filled in. */
  refused: { entry: ScheduleEntry; faults: ScheduleFault[] } | undefined;
  saved: boolean;
  home: string;
  language: Language;
}

/** What is set for the class, in sentences, and the form to change it. */
export function schedulePart({ course, schedule, refused, saved, home, language }: SchedulePartInput) {
  const text = texts[language].room.settings;
  const entry = refused?.entry ?? entryFrom(schedule);
  const faults = refused?.faults ?? [];
  const errorOf = (field: keyof ScheduleEntry) => {
    const code = faults.find((fault) => fault.field === field)?.code;
    return code ? text.errors[code] : '';
  };
  return {
    sentences: sentencesOf(course, schedule, language),
    saved,
    open: faults.length > 0,
    action: `${home}indstillinger`,
    errors: faults.map(({ field, code }) => ({ href: `#${field}`, message: text.errors[code] })),
    start: { value: entry.start, error: errorOf('start'), type: typeFor('date', entry.start, /^\d{4}-/) },
    pace: { error: errorOf('pace'), options: pacesOf(entry, language) },
    rhythm: course.variants.length > 0 && { error: errorOf('rhythm'), options: rhythmsOf(course, entry, language) },
    weekday: {
      error: errorOf('weekday'),
      options: weekdays.map((day) => ({
        value: String(day),
        label: text.weekdays[day - 1] ?? '',
        selected: entry.weekday === String(day),
      })),
    },
    time: { value: entry.time, error: errorOf('time'), type: typeFor('time', entry.time, /^\d\d:\d\d$/) },
    link: { value: entry.link, error: errorOf('link') },
    municipality: { value: entry.municipality },
  };
}

function pacesOf({ pace }: ScheduleEntry, language: Language) {
  return (['all', 'weekly'] as const).map((id) => ({
    id,
    inputId: `pace-${id}`,
    label: texts[language].room.settings.paces[id],
    checked: pace === id,
  }));
}

/** Ways to distribute the modules over weeks; only if there is more than one. */
function rhythmsOf(course: Course, { rhythm }: ScheduleEntry, language: Language) {
  const everyWeek = { id: '', title: texts[language].room.settings.everyWeek(weekCount(course, { rhythm: '' })) };
  const offered = course.variants.filter((variant) => variant.offered !== false || variant.id === rhythm);
  return [everyWeek, ...offered].map(({ id, title }) => ({
    id,
    inputId: `rhythm-${id || 'alle'}`,
    label: title,
    checked: rhythm === id,
  }));
}

/**
 * A browser's own date or time field drops text that it cannot parse; a refused value is shown in a plain field
 * instead.
 */
function typeFor(type: 'date' | 'time', value: string, readable: RegExp) {
  return value === '' || readable.test(value) ? type : 'text';
}

function sentencesOf(course: Course, schedule: Schedule, language: Language): string[] {
  const { start, pace, rhythm, webinar, link, municipality } = schedule;
  const text = texts[language].room.settings;
  const day = start === '' ? '' : dayInWords(start, language);
  const opening = start === '' ? text.noStart : pace === 'weekly' ? text.weekly(day) : text.allOpen(day);
  const variant = course.variants.find(({ id }) => id === rhythm);
  const running = [
    ...(municipality === '' ? [] : [text.fromMunicipality(municipality)]),
    opening,
    ...(variant ? [text.rhythm(variant.title)] : []),
  ];
  if (!webinar) return [...running, text.noWebinar];
  const held = text.webinar(text.weekdays[webinar.weekday - 1] ?? '', webinar.time.replace(':', '.'));
  return [...running, held, ...(link === '' ? [text.noLink] : [])];
}
