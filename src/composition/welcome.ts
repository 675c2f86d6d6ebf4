import type { ServerResponse } from 'node:http';
import type { Courses } from '../content/course.ts';
import { deviceOf } from '../domain/device.ts';
import type { Launch } from '../domain/launch.ts';
import { DIARY } from '../features/diary/index.ts';
import { TOOLBOX } from '../features/toolbox/index.ts';
import type { Logger } from 'pino';
import type { Arrivals } from '../http/arrivals.ts';
import type { ValidFrom } from '../http/authority.ts';
import { isPartOfCourse, weekOfId, WHOLE_COURSE } from '../domain/courseParts.ts';
import { kindOf } from '../activities/kinds.ts';
import { courseIn, findActivity } from '../content/find.ts';
import type { Viewer } from '../domain/viewer.ts';
import { can } from '../http/actions.ts';
import type { Sessions } from '../http/session.ts';
import { mayBeFramed } from '../lti/index.ts';
import type { CombinedScores } from '../responses/combinedScores.ts';
import type { ActivityResponse, Responses } from '../responses/responses.ts';
import type { PreparedRooms } from '../features/provisioning/index.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { roomPath } from '../http/roomPath.ts';

export interface WelcomeDeps {
  rooms: Rooms;
  responses: Responses;
  combinedScores: Pick<CombinedScores, 'retryStopped'>;
  sessions: Sessions;
  validFrom: ValidFrom;
  log: Logger;
  arrivals: Arrivals;
  /** The course in the room's version. */
  coursesOf: (room: string) => Promise<Courses>;
  /** Settings made before anyone had opened the room. */
  prepared: Pick<PreparedRooms, 'applyTo'>;
}

/**
 * Leads from a launch to a page: records the room and the person, opens a session for that room alone, and redirects.
 */
export function createWelcome({
  rooms,
  responses,
  combinedScores,
  sessions,
  validFrom,
  arrivals,
  coursesOf,
  prepared,
  log,
}: WelcomeDeps) {
  return async (launch: Launch, res: ServerResponse): Promise<void> => {
    const device = deviceOf(res.req.headers['user-agent']);
    const { room, person, placement } = await rooms.enrol({ ...launch, device });
    await prepared.applyTo(room);
    const activity = placement?.activity ?? '';
    const own = { room: room.id, person: person.id };
    // Whoever comes is on the course, whatever the platform said when it refused a score.
    if (isPartOfCourse(activity)) await combinedScores.retryStopped(own);
    const soFar = isPartOfCourse(activity) ? undefined : await responses.ensureReports({ ...own, activity });
    const who = { ...own, role: launch.role, language: person.language ?? launch.language };
    const { returnUrl } = sessions.open(res, {
      ...who,
      returnUrl: launch.returnUrl,
      from: await validFrom({ room, person }),
      ...(launch.ownWindow && { ownWindow: true }),
    });
    if (returnUrl !== launch.returnUrl)
      log.warn({ code: 'return-address-too-long', platform: launch.platform }, 'launch');
    const address =
      launch.selection === undefined
        ? addressOf(activity, who, { courses: await coursesOf(room.id), soFar })
        : roomPath(room.id, `/vaelg/${launch.selection}`);
    const arrival = { room: room.id, language: launch.language, restart: launch.restart ?? '' };
    const marked = mayBeFramed(res.req) ? arrivals.mark(address, arrival) : address;
    res.writeHead(303, { Location: marked }).end();
  };
}

type Who = Pick<Viewer, 'room' | 'person' | 'role' | 'language'>;

interface Leading {
  courses: Courses;
  /** What the person has answered in the activity. */
  soFar: ActivityResponse | undefined;
}

/** A participant comes straight to where they left off: a redirect there would cost as much as a page. */
function addressOf(id: string, who: Who, { courses, soFar }: Leading): string {
  const activity = findActivity(courseIn(courses, who.language), id);
  const kind = activity && kindOf(activity);
  if (activity && kind?.goesOnAt && can(who.role, 'answerActivity')) return kind.goesOnAt(who, activity, soFar);
  return roomPath(who.room, `/${placeOf(id, courses)}`);
}

/** An unknown activity gets its own page that says so; the id in an LMS link may be anyone's text. */
function placeOf(activity: string, courses: Courses): string {
  if (activity === '' || activity === TOOLBOX || activity === DIARY) return activity;
  if (activity === WHOLE_COURSE) return '';
  const week = weekOfId(activity);
  if (week !== undefined && week <= courses.da.modules.length) return `uge/${week}`;
  const known = findActivity(courses.da, activity) !== undefined;
  return `aktivitet/${known ? activity : 'ukendt'}`;
}
