import { kindOf } from '../../activities/kinds.ts';
import type { Course } from '../../content/course.ts';
import { weekCount, weekOf } from '../../content/rhythm.ts';
import { weekBegins, webinarKey, webinarsAhead, WEBINAR_MS, type Schedule } from '../../domain/schedule.ts';
import { dueDayOf } from '../../domain/surveyDates.ts';
import type { Language } from '../../domain/viewer.ts';
import { addDays, dayOf, instantOf, type Day } from '../../domain/week.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';
import { surveysOf } from '../../content/find.ts';
import { calendarFile, type CalendarEvent } from '../../files/calendar.ts';

export interface FeedInput {
  course: Course;
  schedule: Schedule;
  own: ActivityResponse[];
  language: Language;
  /** Makes the ids of events unique to this feed. */
  id: string;
  /** Milliseconds since 1970: now, and when the class's dates were last changed. */
  now: number;
  changed: number;
}

const NINE = '09:00';
const QUARTER = 15 * 60 * 1000;

/** Upcoming events, in words that reveal nothing about the course: calendars are shared, and shown on locked phones. */
export function feedFile(input: FeedInput): string {
  const { schedule, course, now, language, id, changed } = input;
  const { events: text, name } = texts[language].reminders.calendar;
  const webinars = webinarsAhead(schedule, weekCount(course, schedule), now).map((webinar): CalendarEvent => ({
    id: `${id}/webinar/${webinarKey(webinar)}`,
    begins: webinar.begins,
    ends: webinar.begins + WEBINAR_MS,
    summary: text.webinar,
    url: schedule.link,
  }));
  const moments = [...weeks(input), ...surveys(input)]
    .map(({ name, day, summary }): CalendarEvent => {
      const begins = instantOf(day, NINE);
      return { id: `${id}/${name}`, begins, ends: begins + QUARTER, summary, url: '' };
    })
    .filter(({ ends }) => ends > now);
  return calendarFile([...webinars, ...moments], { changed, name });
}

interface Moment {
  name: string;
  day: Day;
  summary: string;
}

function weeks({ schedule, course, language, own }: FeedInput): Moment[] {
  if (schedule.start === '') return [];
  const text = texts[language].reminders.calendar.events;
  const count = weekCount(course, schedule);
  const opening = Array.from({ length: count }, (_, index) => ({
    name: `uge/${index + 1}`,
    day: weekBegins(schedule, index + 1),
    summary: text.week,
  }));
  const isSent = (id: string) => own.some(({ activity, sent }) => activity === id && sent !== null);
  // The day before the webinar, if the preparation has not been sent.
  const { webinar } = schedule;
  if (!webinar) return opening;
  const preparing = webinarsAhead(schedule, count, 0).flatMap(({ week, begins }) => {
    const ofWeek = course.modules.filter((module) => weekOf(course, schedule, module) === week);
    const preps = ofWeek.flatMap(({ activities }) => activities).filter((activity) => kindOf(activity).isPreparation);
    if (preps.every(({ id }) => isSent(id))) return [];
    return [{ name: `forberedelse/${week}`, day: addDays(dayOf(begins), -1), summary: text.preparation }];
  });
  return [...opening, ...preparing];
}

/** The survey after the course when the last week opens, the last survey three months after the end. */
function surveys({ schedule, course, own, language }: FeedInput): Moment[] {
  if (schedule.start === '') return [];
  const { before, later } = surveysOf(course);
  const lastWeek = weekCount(course, schedule);
  const summary = texts[language].reminders.calendar.events.survey;
  return [...before, ...later]
    .filter(({ id }) => !own.some(({ activity, sent }) => activity === id && sent !== null))
    .map(({ id, wave }) => ({ name: id, day: dueDayOf(wave, { schedule, lastWeek }), summary }));
}
