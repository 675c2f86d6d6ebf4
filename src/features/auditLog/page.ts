import type { Course } from '../../content/course.ts';
import type { AuditPage } from './store.ts';
import type { Language } from '../../domain/viewer.ts';
import type { Person } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import { findActivity } from '../../content/find.ts';
import { dayAndTime } from '../../text/times.ts';

export interface AuditLogPageInput {
  found: AuditPage;
  people: Person[];
  course: Course;
  language: Language;
  /** Whether newer lines are on an earlier page. */
  isOlder: boolean;
}

/**
 * The log in sentences, in the shape that `views/auditLog/log.hbs` takes. Staff are named as in the LMS, else by role.
 */
export function auditLogPage({ found, people, course, language, isOlder }: AuditLogPageInput) {
  const text = texts[language].auditLog;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    title: text.title,
    lines: found.lines.map(({ reader, role, kind, activity, at }) => {
      const title = findActivity(course, activity)?.title;
      return {
        when: dayAndTime(at, language),
        at: new Date(at).toISOString(),
        who: names.get(reader) || text.roles[role],
        what: title === undefined ? text.kindsAlone[kind] : text.kinds[kind](title),
      };
    }),
    isOlder,
    older: found.next === undefined ? '' : `?${new URLSearchParams({ efter: found.next }).toString()}`,
  };
}
