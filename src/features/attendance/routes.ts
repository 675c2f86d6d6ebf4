import { courseIn } from '../../content/find.ts';
import type { Courses } from '../../content/course.ts';
import { weekCount } from '../../content/rhythm.ts';
import type { Clock } from '../../domain/clock.ts';
import { Problem } from '../../http/problem.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import { seenOf, type Roster } from '../../rooms/roster.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';
import type { Absences } from '../absence/index.ts';
import { participation } from '../instructor/index.ts';
import { changesIn } from './form.ts';
import { attendancePage, whoOf } from './page.ts';
import type { Attendances } from './store.ts';
import { likelyWeek } from './webinars.ts';

export interface AttendanceDeps {
  courses: Courses;
  rooms: Rooms;
  schedules: Schedules;
  absences: Absences;
  attendances: Attendances;
  roster: Roster;
  clock: Clock;
}

const PATH = '/fremmoede';

/** Where an instructor notes who came to each webinar; a list can be changed at any time. */
export function attendanceRoutes(deps: AttendanceDeps): RoomRoute[] {
  return [
    { method: 'get', path: PATH, action: 'noteAttendance', handle: (visit) => goToLikely(deps, visit) },
    { method: 'get', path: `${PATH}/:week`, action: 'noteAttendance', handle: (visit) => show(deps, visit) },
    { method: 'post', path: `${PATH}/:week`, action: 'noteAttendance', handle: (visit) => save(deps, visit) },
  ];
}

async function goToLikely(deps: AttendanceDeps, { viewer, res }: Visit): Promise<void> {
  const schedule = await deps.schedules.of(viewer.room);
  const noted = new Set((await deps.attendances.ofRoom(viewer.room)).map(({ week }) => week));
  const weeks = weekCount(courseIn(deps.courses, viewer.language), schedule);
  const week = likelyWeek(schedule, weeks, { now: deps.clock(), noted });
  res.redirect(303, roomPath(viewer.room, `${PATH}/${week}`));
}

/** @throws {Problem} `not-found` for a week that the course has not got */
async function listOf(deps: AttendanceDeps, { viewer, req }: Visit) {
  const [schedule, room] = await Promise.all([deps.schedules.of(viewer.room), deps.rooms.room(viewer.room)]);
  const weeks = weekCount(courseIn(deps.courses, viewer.language), schedule);
  const week = Number(req.params['week']);
  if (!room || !Number.isInteger(week) || week < 1 || week > weeks) throw new Problem('not-found');
  const people = await deps.rooms.people(room.id);
  await deps.attendances.adopt(room.id, people);
  const [attendance, absences, list] = await Promise.all([
    deps.attendances.ofRoom(room.id),
    deps.absences.ofRoom(room.id),
    deps.roster({ ...room, resourceLink: '', seen: seenOf(people) }),
  ]);
  const members = list.kind === 'members' ? list.members : undefined;
  // People with a note stay on the list, even after they have left the course.
  const progress = new Map(attendance.map(({ person }) => [person, 'begun' as const]));
  const participants = participation({ people, members, progress });
  return { week, weeks, schedule, attendance, absences, participants, roster: list.kind };
}

async function show(deps: AttendanceDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const list = await listOf(deps, visit);
  const home = roomPath(viewer.room);
  const isSaved = req.query['gemt'] !== undefined;
  res.render(
    'attendance/list',
    attendancePage({ ...list, room: viewer.room, isSaved, home, language: viewer.language }),
  );
}

async function save(deps: AttendanceDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const { week, participants } = await listOf(deps, visit);
  const everyone = participants.map((one) => whoOf(viewer.room, one));
  const changes = changesIn(req, everyone);
  const known = new Set(participants.flatMap(({ person }) => person ?? []));
  const whose = changes.map(({ who }) => who).filter((who) => known.has(who));
  await visit.noteInAuditLog({ kind: 'attendance', activity: '', whose });
  for (const { who, state } of changes) {
    const of = { room: viewer.room, person: who, week };
    await (state === '' ? deps.attendances.forget(of) : deps.attendances.note(of, state));
  }
  res.redirect(303, roomPath(viewer.room, `${PATH}/${week}?gemt`));
}
