import type { Activity, Course } from '../../content/course.ts';
import { activitiesOf, surveysOf } from '../activities.ts';
import type { Language } from '../../domain/viewer.ts';
import type { Report, ResponseRecord } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';
import { syncCauseOf } from '../syncCauses.ts';

export interface StaffPageInput {
  course: Course;
  /** Activity id to everyone's responses. */
  responses: ReadonlyMap<string, ResponseRecord[]>;
  home: string;
  language: Language;
}

/** The instructor's front page: how far the class is with each activity, and the way to the answers. */
export const classPage = ({ course, responses, home, language }: StaffPageInput) => {
  const text = texts[language].room;
  return {
    title: text.instructorTitle,
    weeks: partsOf(course, language).map((part) => ({
      title: part.title,
      activities: part.activities.map((activity) => {
        const all = responses.get(activity.id) ?? [];
        const sent = all.filter((response) => response.sent !== null).length;
        return {
          title: activity.title,
          href: `${home}aktivitet/${activity.id}`,
          sent: text.sent(sent),
          begun: text.begun(all.length - sent),
        };
      }),
    })),
  };
};

/** The administrator's front page: whether grades get through, and why not. No name, no answer. */
export const operationPage = ({ course, responses, language }: StaffPageInput) => {
  const activities = activitiesOf(course);
  const reportsOf = (activity: Activity) =>
    (responses.get(activity.id) ?? []).flatMap((response) => response.reports).filter(isOfParticipant);
  return {
    title: texts[language].room.administratorTitle,
    rows: activities.map((activity) => {
      const reports = reportsOf(activity);
      const inState = (state: Report['state']) => reports.filter((report) => report.state === state).length;
      return {
        title: activity.title,
        delivered: inState('delivered'),
        waiting: inState('waiting'),
        stopped: inState('stopped'),
      };
    }),
    causes: causesOf(activities.flatMap(reportsOf), language),
  };
};

/** What a teacher sent when trying the activity as a participant is no one's missing grade. */
const isOfParticipant = (report: Report) => report.cause !== 'not-participant';

/** Each cause why something waits or was given up, in words and by the code that the log has, the most frequent first. */
const causesOf = (reports: Report[], language: Language) => {
  const held = reports.filter(({ state, cause }) => state !== 'delivered' && cause !== '').map(({ cause }) => cause);
  return [...new Set(held)]
    .map((code) => ({
      code,
      words: texts[language].instructor.sync.causes[syncCauseOf(code)],
      count: held.filter((one) => one === code).length,
    }))
    .sort((one, other) => other.count - one.count);
};

/** The parts of the course under their headings, as people meet them. */
const partsOf = (course: Course, language: Language) => {
  const text = texts[language].room;
  const { before, later } = surveysOf(course);
  const parts: { title: string; activities: Activity[] }[] = [
    { title: text.before, activities: before },
    ...course.modules.map(({ number, title, activities }) => ({
      title: text.week(number, title),
      activities,
    })),
    { title: text.later, activities: later },
  ];
  return parts.filter(({ activities }) => activities.length > 0);
};
