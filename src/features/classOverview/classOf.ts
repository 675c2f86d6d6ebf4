import type { Courses } from '../../content/course.ts';
import { weekCount } from '../../content/rhythm.ts';
import type { Absences } from '../absence/index.ts';
import type { Attendances } from '../attendance/index.ts';
import type { CourseRule } from '../../domain/courseRule.ts';
import type { Clock } from '../../domain/clock.ts';
import { seenOf, type Roster } from '../../rooms/roster.ts';
import { webinarsAhead } from '../../domain/schedule.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { Problem } from '../../http/problem.ts';
import type { CombinedScores } from '../../responses/combinedScores.ts';
import type { Responses, SealedResponse } from '../../responses/responses.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { activitiesOf, courseIn } from '../../content/find.ts';
import { coveredIn, withoutCovered } from '../combinedScores/index.ts';
import { webinarDay } from './page.ts';
import { rowsOf } from './rows.ts';
import { runningOf } from './standing.ts';

export interface OverviewDeps {
  courses: Courses;
  rooms: Rooms;
  responses: Responses;
  combinedScores: Pick<CombinedScores, 'inRoom'>;
  schedules: Schedules;
  absences: Absences;
  attendances: Attendances;
  config: { courseRule: CourseRule };
  /** The enrolled people, as the LMS lists them now. */
  roster: Roster;
  clock: Clock;
}

/** Everyone in the class, and how far they are. */
export async function classOf(deps: OverviewDeps, viewer: Pick<Viewer, 'room' | 'language'>) {
  const { courses, rooms, responses, schedules, absences, attendances, roster, clock, config } = deps;
  const course = courseIn(courses, viewer.language);
  const room = await rooms.room(viewer.room);
  if (!room) throw new Problem('not-found');
  const covered = await coveredIn(deps, room.id);
  const found = activitiesOf(course).map(async ({ id }): Promise<[string, SealedResponse[]]> => [
    id,
    withoutCovered(await responses.listSealed(room.id, id), covered),
  ]);
  const people = await rooms.people(room.id);
  await attendances.adopt(room.id, people);
  const [schedule, told, attendance, list, byActivity, combined] = await Promise.all([
    schedules.of(room.id),
    absences.ofRoom(room.id),
    attendances.ofRoom(room.id),
    roster({ ...room, resourceLink: '', seen: seenOf(people) }),
    Promise.all(found),
    deps.combinedScores.inRoom(room.id),
  ]);
  const now = clock();
  const weeks = weekCount(course, schedule);
  const input = {
    course,
    schedule,
    running: runningOf(schedule.start, weeks),
    people,
    members: list.kind === 'members' ? list.members : undefined,
    responses: new Map(byActivity),
    combined,
    absences: told,
    attendance,
    weeks,
    rule: config.courseRule,
    room: room.id,
    now,
  };
  const nextWebinar = webinarDay(webinarsAhead(schedule, weeks, now)[0]?.begins);
  return { ...input, rows: rowsOf(input), roster: list.kind, nextWebinar, language: viewer.language };
}
