import type { Courses } from '../../../content/course.ts';
import type { Logger } from 'pino';
import type { Clock } from '../../../domain/clock.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { CombinedScores } from '../../../responses/combinedScores.ts';
import type { SealedResponse, Responses } from '../../../responses/responses.ts';
import type { Roster } from '../../../rooms/roster.ts';
import type { Rooms } from '../../../rooms/rooms.ts';
import type { Schedules } from '../../../rooms/settings.ts';
import { activitiesOf, courseIn, surveysOf } from '../../../content/find.ts';
import type { Privacy } from '../../privacy/index.ts';
import { coveredIn, withoutCovered } from '../../combinedScores/index.ts';
import type { AdministratorPageInput, StaffPageInput } from './staffPages.ts';
import { roomPath } from '../../../http/roomPath.ts';

export interface StaffDeps {
  courses: Courses;
  responses: Responses;
  combinedScores: Pick<CombinedScores, 'inRoom'>;
  rooms: Rooms;
  schedules: Schedules;
  clock: Clock;
  config: { retentionMonths: number };
  log: Logger;
  /** The enrolled people, as the LMS lists them now. */
  roster: Roster;
  privacy: Pick<Privacy, 'endingOf'>;
}

/** Address of the front page. */
export function homeOf(viewer: Viewer): string {
  return roomPath(viewer.room);
}

/**
 * The participants' responses in the room, without their drafts. What an instructor sent while trying an activity as a
 * participant is not counted.
 */
export async function staffInput(
  { courses, responses, rooms }: Pick<StaffDeps, 'courses' | 'responses' | 'rooms'>,
  viewer: Viewer,
): Promise<StaffPageInput> {
  const course = courseIn(courses, viewer.language);
  const participants = await rooms.participants(viewer.room);
  const found = [...activitiesOf(course), ...surveysOf(course).screening].map(
    async ({ id }): Promise<[string, SealedResponse[]]> => {
      const all = await responses.listSealed(viewer.room, id);
      return [id, all.filter(({ person }) => participants.has(person))];
    },
  );
  return { course, responses: new Map(await Promise.all(found)), home: homeOf(viewer), language: viewer.language };
}

/** The same with the scores of weeks and of the whole course, and without what waits for a column that it does not need. */
export async function administratorInput(deps: StaffDeps, viewer: Viewer): Promise<AdministratorPageInput> {
  const [input, covered, participants, combined] = await Promise.all([
    staffInput(deps, viewer),
    coveredIn(deps, viewer.room),
    deps.rooms.participants(viewer.room),
    deps.combinedScores.inRoom(viewer.room),
  ]);
  return {
    ...input,
    responses: new Map([...input.responses].map(([id, all]) => [id, withoutCovered(all, covered)])),
    combined: combined.filter(({ person }) => participants.has(person)),
  };
}
