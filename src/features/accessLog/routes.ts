import type { Courses } from '../../content/course.ts';
import type { Readings } from '../../domain/reading.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import { courseIn } from '../../content/find.ts';
import { accessLogPage } from './page.ts';

export interface AccessLogDeps {
  courses: Courses;
  rooms: Rooms;
  readings: Readings;
}

/** A cursor of the store is short; what is longer is not one of ours. */
const LONGEST_CURSOR = 500;

/** "Hvem har læst dine svar": who of the staff has read what this person has written. */
export function accessLogRoutes(deps: AccessLogDeps): RoomRoute[] {
  return [
    {
      method: 'get',
      path: '/hvem-har-laest',
      action: 'seeWhoRead',
      handle: (visit) => showLog(deps, visit),
    },
  ];
}

async function showLog({ courses, rooms, readings }: AccessLogDeps, { viewer, req, res }: Visit): Promise<void> {
  const { room, person, language } = viewer;
  const after = req.query['efter'];
  if (after !== undefined && (typeof after !== 'string' || after.length > LONGEST_CURSOR)) {
    throw new Problem('bad-request');
  }
  const [found, people] = await Promise.all([readings.ofPerson({ room, person }, after), rooms.people(room)]);
  const course = courseIn(courses, language);
  res.render('accessLog/log', accessLogPage({ found, people, course, language, isOlder: after !== undefined }));
}
