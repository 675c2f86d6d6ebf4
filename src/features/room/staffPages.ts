import type { Course, Module } from '../../content/course.ts';
import { opensLater, weekNow, type Schedule } from '../../domain/schedule.ts';
import type { Language } from '../../domain/viewer.ts';
import type { ResponseRecord } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';
import { dayInWords } from '../times.ts';
import { otherThan } from './weekPage.ts';

export interface StaffPageInput {
  course: Course;
  /** Activity id to everyone's responses. */
  responses: ReadonlyMap<string, ResponseRecord[]>;
  home: string;
  language: Language;
}

export interface ClassPageInput extends StaffPageInput {
  schedule: Schedule;
  /** Milliseconds since 1970. */
  now: number;
}

/** The instructor's front page: how far the class is with each week and activity, and the way to the answers. */
export const classPage = (input: ClassPageInput) => {
  const { course, schedule, now, home, language } = input;
  const text = texts[language].room;
  const shown = weekToShow(input);
  return {
    title: text.instructorTitle,
    weeks: course.modules.map((module) => {
      const counts = module.activities.map(({ id }) => countsOf(input, id));
      const sum = (key: 'sent' | 'begun') => counts.reduce((total, one) => total + one[key], 0);
      const opens = opensLater(schedule, module.number, now);
      const progress = text.weekCounts(sum('sent'), sum('begun'));
      return {
        title: text.week(module.number, module.title),
        lang: otherThan(module.language, language),
        shown: module.number === shown,
        state: opens === '' ? progress : text.opens(dayInWords(opens, language)),
        activities: module.activities.map(({ id, title }, index) => ({
          title,
          href: `${home}aktivitet/${id}`,
          sent: text.sent(counts[index]?.sent ?? 0),
          begun: text.begun(counts[index]?.begun ?? 0),
        })),
      };
    }),
    places: [{ title: text.places.toolbox, text: text.places.toolboxText, href: `${home}vaerktoejskasse` }],
  };
};

const countsOf = ({ responses }: StaffPageInput, activity: string) => {
  const all = responses.get(activity) ?? [];
  const sent = all.filter((response) => response.sent !== null).length;
  return { sent, begun: all.length - sent };
};

/** This week by the calendar; where there is none, the last one that anybody has begun. */
const weekToShow = (input: ClassPageInput): number => {
  const { course, schedule, now } = input;
  const byDate = weekNow(schedule, now);
  if (byDate !== undefined) return Math.min(Math.max(byDate, 1), course.modules.length);
  const isBegun = ({ activities }: Module) => activities.some(({ id }) => (input.responses.get(id) ?? []).length > 0);
  return course.modules.findLast(isBegun)?.number ?? 1;
};

/** The administrator's front page: whether grades get through. No name, no answer. */
export const operationPage = ({ course, responses, language }: StaffPageInput) => ({
  title: texts[language].room.administratorTitle,
  rows: course.modules.flatMap((module) =>
    module.activities.map((activity) => {
      const reports = (responses.get(activity.id) ?? []).flatMap((response) => response.reports);
      const inState = (state: string) => reports.filter((report) => report.state === state).length;
      return {
        title: activity.title,
        delivered: inState('delivered'),
        waiting: inState('waiting'),
        stopped: inState('stopped'),
      };
    }),
  ),
});
