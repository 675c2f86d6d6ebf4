import type { Course } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import type { ResponseRecord } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';

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
    weeks: course.modules.map((module) => ({
      title: text.week(module.number, module.title),
      activities: module.activities.map((activity) => {
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
