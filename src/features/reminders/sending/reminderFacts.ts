import { planToday, type PlanToday } from '../../../activities/handleplan/index.ts';
import { kindOf } from '../../../activities/kinds.ts';
import type { Activity, Course, Courses } from '../../../content/course.ts';
import { weekCount, weekOf } from '../../../content/rhythm.ts';
import type { Clock } from '../../../domain/clock.ts';
import { seenOf, type Roster } from '../../../rooms/roster.ts';
import type { Schedule } from '../../../domain/schedule.ts';
import type { ActivityResponse } from '../../../responses/responses.ts';
import type { Person, Room } from '../../../rooms/rooms.ts';
import type { Occasion } from './occasions.ts';
import type { Who } from '../records.ts';
import { surveysDue, type SurveyDue } from './surveysDue.ts';
import { isOver } from './courseOver.ts';

export interface ReminderFactsDeps {
  coursesOf: (room: string) => Promise<Courses>;
  clock: Clock;
  rooms: { room(id: string): Promise<Room | undefined>; person(id: string): Promise<Person | undefined> };
  schedules: { of(room: string): Promise<Schedule> };
  responses: { ofPerson(room: string, person: string): Promise<ActivityResponse[]> };
  roster: Roster;
  /** Whether a platform may launch: if not, nothing opens, and nobody is reminded of it. */
  isActive: (platform: string) => Promise<boolean>;
}

/** What decides whether a person gets a reminder. */
export interface ReminderFacts {
  person: Person;
  room: Room;
  course: Course;
  schedule: Schedule;
  now: number;
  surveys: SurveyDue[];
  /** Whether the course is over according to its dates. */
  isOver: boolean;
  isWanted: (occasion: Occasion) => boolean;
}

/** Without course dates, someone inactive this long counts as having left. */
const LONG_AWAY = 56 * 24 * 60 * 60 * 1000;

/**
 * Undefined if nothing more is to be sent: the room is gone or closed, or the person is no longer a participant there.
 */
export async function reminderFactsOf(deps: ReminderFactsDeps, who: Who): Promise<ReminderFacts | undefined> {
  const [room, person, schedule] = await Promise.all([
    deps.rooms.room(who.room),
    deps.rooms.person(who.person),
    deps.schedules.of(who.room),
  ]);
  const { da: course } = await deps.coursesOf(who.room);
  const now = deps.clock();
  if (!room || person?.role !== 'participant' || !(await deps.isActive(room.platform))) return undefined;
  if (schedule.start === '' && now - person.lastSeen > LONG_AWAY) return undefined;
  const own = await deps.responses.ofPerson(who.room, who.person);
  const plan = planToday({ own, room: who.room, now });
  const isWanted = wanting({ course, schedule, own, plan });
  const surveys = surveysDue({ course, schedule, own, now });
  const over = isOver({ schedule, weeks: weekCount(course, schedule), now });
  return { person, room, course, schedule, now, surveys, isOver: over, isWanted };
}

/** Whether the course's own list no longer contains this person. Without a list, this is false. */
export async function hasLeft(
  { roster }: Pick<ReminderFactsDeps, 'roster'>,
  { room, person }: Pick<ReminderFacts, 'room' | 'person'>,
): Promise<boolean> {
  const { platform, memberships } = room;
  const answer = await roster({ platform, memberships, resourceLink: '', seen: seenOf([person]) });
  return answer.kind === 'members' && !answer.members.some(({ subject }) => subject === person.subject);
}

interface Standing {
  course: Course;
  schedule: Schedule;
  own: ActivityResponse[];
  plan: PlanToday | undefined;
}

function wanting({ course, schedule, own, plan }: Standing) {
  const isSent = ({ id }: Activity) => own.some(({ activity, sent }) => activity === id && sent !== null);
  const awaits = (week: number) =>
    course.modules.some(
      (module) =>
        (week === 0 || week === weekOf(course, schedule, module)) &&
        module.activities.some((activity) => kindOf(activity).isPreparation && !isSent(activity)),
    );
  return ({ kind, week }: Occasion): boolean => {
    // Surveys that have been sent are not occasions at all.
    if (kind === 'webinar' || kind === 'survey') return true;
    if (kind === 'preparation') return awaits(week);
    return plan?.kind === 'tick' && !plan.isTicked && (plan.planned === 0 || plan.done < plan.planned);
  };
}
