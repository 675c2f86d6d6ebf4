import type { Schedule, Webinar } from '../../domain/schedule.ts';
import { webinarKey, webinarsAhead } from '../../domain/schedule.ts';
import { dayOf } from '../../domain/week.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { calendarFile } from '../../files/calendar.ts';
import { dayInWords, timeOfDay } from '../../text/times.ts';

export interface WebinarInput {
  schedule: Schedule;
  /** How many weeks the course has. */
  weeks: number;
  now: number;
  language: Language;
  home: string;
}

/** The next webinar, as shown on the front page; undefined if none is known, or all are over. */
export function nextWebinar({ schedule, weeks, now, language, home }: WebinarInput) {
  const text = texts[language].room.webinar;
  const [next] = webinarsAhead(schedule, weeks, now);
  if (!next) return undefined;
  const day = dayInWords(dayOf(next.begins), language);
  return {
    heading: next.begins <= now ? text.now : text.heading,
    when: text.when(day.charAt(0).toUpperCase() + day.slice(1), timeOfDay(next.begins, language)),
    link: schedule.link,
    calendar: `${home}webinar.ics`,
  };
}

/**
 * All webinars ahead, as a file for the calendar of a phone or computer. It reveals nothing about the subject of the
 * course.
 */
export function webinarCalendar(input: WebinarInput & { changed: number }): string {
  const { schedule, weeks, now, language, home, changed } = input;
  const { summary } = texts[language].room.webinar;
  const event = (webinar: Webinar) => ({
    id: `${home}uge-${webinarKey(webinar)}`,
    begins: webinar.begins,
    ends: webinar.ends,
    summary,
    url: schedule.link,
  });
  return calendarFile(webinarsAhead(schedule, weeks, now).map(event), { changed });
}
