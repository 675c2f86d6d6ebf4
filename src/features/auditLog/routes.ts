import type { Courses } from '../../content/course.ts';
import type { AuditLog } from './store.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import { courseIn } from '../../content/find.ts';
import { auditLogPage } from './page.ts';

export interface AuditLogDeps {
  courses: Courses;
  rooms: Rooms;
  auditLog: AuditLog;
}

/** The store's cursors are short; anything longer is not one. */
const LONGEST_CURSOR = 500;

/** "Hvem har læst dine svar": which staff members have read what this person has written. */
export function auditLogRoutes(deps: AuditLogDeps): RoomRoute[] {
  return [
    {
      method: 'get',
      path: '/hvem-har-laest',
      action: 'viewAuditLog',
      handle: (visit) => showLog(deps, visit),
    },
  ];
}

async function showLog({ courses, rooms, auditLog }: AuditLogDeps, { viewer, req, res }: Visit): Promise<void> {
  const { room, person, language } = viewer;
  const after = req.query['efter'];
  if (after !== undefined && (typeof after !== 'string' || after.length > LONGEST_CURSOR)) {
    throw new Problem('bad-request');
  }
  const [found, people] = await Promise.all([auditLog.ofPerson({ room, person }, after), rooms.people(room)]);
  const course = courseIn(courses, language);
  res.render('auditLog/log', auditLogPage({ found, people, course, language, isOlder: after !== undefined }));
}
