import type { Courses } from '../../../content/course.ts';
import type { Day } from '../../../domain/week.ts';
import type { OwnLink } from './store.ts';
import type { Person, Room, Rooms } from '../../../rooms/rooms.ts';
import { isToken, SHORT } from '../../../store/tokens.ts';
import { activityOpens } from '../../opening.ts';
import type { OwnLinkDeps } from './routes.ts';

export interface SurveyAccessDeps extends Omit<OwnLinkDeps, 'courses'> {
  rooms: Pick<Rooms, 'person' | 'room'>;
  /** The version of the course that a room has. */
  coursesOf: (room: string) => Promise<Courses>;
  /** Whether a platform may launch. If it was switched off, nobody should write for it. */
  isActive: (platform: string) => Promise<boolean>;
}

/** What a link leads to: its survey, or the reason why it opens nothing. */
export type Entry =
  | { kind: 'ready'; link: OwnLink; person: Person; room: Room; courses: Courses }
  | { kind: 'later'; person: Person; opens: Day }
  | { kind: 'spent' | 'replaced'; person: Person }
  | { kind: 'unknown' };

/** Looks up what a link leads to. @param token as it came in an address */
export async function surveyAccess(deps: SurveyAccessDeps, token: unknown): Promise<Entry> {
  const found = isToken(token, SHORT) ? await deps.ownLinks.find(token) : undefined;
  const owner = found && (await ownerOf(deps, found.link));
  if (!owner) return { kind: 'unknown' };
  const { link, replaced } = found;
  const { person, room, courses } = owner;
  const response = await deps.responses.get(link);
  // Whether a link is spent follows from the answers themselves, so that two documents need not agree.
  if (response?.sent) return { kind: 'spent', person };
  if (replaced) return { kind: 'replaced', person };
  const opens = response ? '' : await opensLater({ ...deps, courses }, link);
  return opens === '' ? { kind: 'ready', link, person, room, courses } : { kind: 'later', person, opens };
}

async function opensLater(
  { courses, schedules, clock }: SurveyAccessDeps & { courses: Courses },
  { room, activity }: OwnLink,
): Promise<Day> {
  return activityOpens(courses.da, activity, { schedule: await schedules.of(room), now: clock() });
}

/** Returns nothing for an erased person, for someone who is now staff, or if the survey no longer exists. */
async function ownerOf({ rooms, coursesOf, isActive }: SurveyAccessDeps, link: OwnLink) {
  const [person, room] = await Promise.all([rooms.person(link.person), rooms.room(link.room)]);
  if (!room || person?.room !== room.id || person.role !== 'participant') return undefined;
  const courses = await coursesOf(room.id);
  if (!courses.da.surveys?.some(({ id }) => id === link.activity)) return undefined;
  return (await isActive(room.platform)) ? { person, room, courses } : undefined;
}
