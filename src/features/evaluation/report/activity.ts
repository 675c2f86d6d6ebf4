import { courseIn, activitiesOf } from '../../../content/find.ts';
import { weekCount } from '../../../content/rhythm.ts';
import type { Courses } from '../../../content/course.ts';
import type { AbsenceReason } from '../../../domain/absence.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { CourseRule } from '../../../domain/courseRule.ts';
import type { SealedResponse, Responses } from '../../../responses/responses.ts';
import type { Device } from '../../../domain/device.ts';
import type { Person, Room, Rooms } from '../../../rooms/rooms.ts';
import { LEAST_ANSWERS } from '../disclosure/disclosure.ts';
import type { Schedules } from '../../../rooms/settings.ts';
import { reasonCounts, type Absences } from '../../absence/index.ts';
import type { Attendances } from '../../attendance/index.ts';
import { rowsOf, ruleInWords, runningOf, type Standing } from '../../classOverview/index.ts';
import type { Language } from '../../../domain/viewer.ts';

export interface ActivityDeps {
  courses: Courses;
  rooms: Pick<Rooms, 'people'>;
  responses: Pick<Responses, 'listSealed'>;
  schedules: Schedules;
  absences: Absences;
  attendances: Attendances;
  config: { courseRule: CourseRule };
  clock: Clock;
}

/** A class's activity, as numbers of people; nothing that anyone wrote. */
export interface ClassActivity {
  id: string;
  /** The municipality of all classes in its group; empty if they have several, or none is set. */
  municipality: string;
  /** How many participants have been here; the LMS's own list is not used. */
  enrolled: number;
  standings: Record<Standing, number>;
  /** How many were absent from so many webinars. */
  absent: ReadonlyMap<number, number>;
  /** How many have sent the preparation in so many weeks. */
  prepared: ReadonlyMap<number, number>;
  weeks: number;
  /** Undefined if fewer than five people have reported an absence. */
  reasons: ReadonlyMap<AbsenceReason, number> | undefined;
  /** How many people have opened the course on each kind of device; undefined if fewer than five are known. */
  devices: { known: number; of: Readonly<Record<Device, number>> } | undefined;
  /** For how many webinars attendance was noted. */
  noted: number;
  rule: Record<Language, string[]>;
}

export async function activityOf(deps: ActivityDeps, room: Room): Promise<Omit<ClassActivity, 'municipality'>> {
  const input = await inputOf(deps, room);
  const rows = rowsOf(input);
  const count = (standing: Standing) => rows.filter((row) => row.standing === standing).length;
  const here = new Set(rows.flatMap(({ participant: { person } }) => person ?? []));
  const reasons = reasonCounts(input.absences.filter(({ person }) => here.has(person)));
  return {
    id: room.id,
    enrolled: rows.length,
    standings: {
      completed: count('completed'),
      underWay: count('underWay'),
      away: count('away'),
      notStarted: count('notStarted'),
      unfinished: count('unfinished'),
    },
    absent: counted(rows.map(({ attended }) => attended.absent)),
    prepared: counted(rows.map(({ weeksSent }) => weeksSent)),
    weeks: input.weeks,
    reasons: reasons && new Map(reasons.map((one) => [one.reason, one.count])),
    devices: devicesOf(input.people.filter(({ id }) => here.has(id))),
    noted: new Set(input.attendance.map(({ week }) => week)).size,
    rule: { da: ruleInWords(input, 'da'), en: ruleInWords(input, 'en') },
  };
}

/** The class as on its own page, but without the LMS's list. */
async function inputOf(deps: ActivityDeps, room: Room) {
  const course = courseIn(deps.courses, 'da');
  const found = activitiesOf(course).map(async ({ id }): Promise<[string, SealedResponse[]]> => [
    id,
    await deps.responses.listSealed(room.id, id),
  ]);
  const [schedule, people, absences, attendance, responses] = await Promise.all([
    deps.schedules.of(room.id),
    deps.rooms.people(room.id),
    deps.absences.ofRoom(room.id),
    deps.attendances.ofRoom(room.id),
    Promise.all(found),
  ]);
  const weeks = weekCount(course, schedule);
  return {
    ...{ course, schedule, people, absences, attendance, weeks, room: room.id, members: undefined },
    running: runningOf(schedule.start, weeks),
    responses: new Map(responses),
    combined: [],
    rule: deps.config.courseRule,
    now: deps.clock(),
  };
}

/** Devices are about single people's habits, so they are shown for five or more known people only. */
function devicesOf(people: readonly Person[]): ClassActivity['devices'] {
  const told = people.flatMap(({ devices: used = [] }) => (used.length > 0 ? [used] : []));
  if (told.length < LEAST_ANSWERS) return undefined;
  const count = (device: Device) => told.filter((used) => used.includes(device)).length;
  return {
    known: told.length,
    of: { telefon: count('telefon'), tablet: count('tablet'), computer: count('computer') },
  };
}

function counted<Value>(values: readonly Value[]): Map<Value, number> {
  return new Map([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
}
