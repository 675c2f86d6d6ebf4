import type { Courses } from '../../content/course.ts';
import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { ResponseRecord, Responses } from '../../responses/responses.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { activitiesOf, courseIn, surveysOf } from '../activities.ts';
import type { StaffPageInput } from './staffPages.ts';

export interface StaffDeps {
  courses: Courses;
  responses: Responses;
  rooms: Rooms;
  schedules: Schedules;
  clock: Clock;
  config: { retentionMonths: number };
  log: Logger;
  /** When the room is removed; undefined where it is not past its time. */
  endingOf: (room: string) => Promise<number | undefined>;
}

/** Address of the front page. */
export const homeOf = (viewer: Viewer): string => `/rum/${viewer.room}/`;

/** Everyone's responses in the room, without their drafts. */
export const staffInput = async (
  { courses, responses }: Pick<StaffDeps, 'courses' | 'responses'>,
  viewer: Viewer,
): Promise<StaffPageInput> => {
  const course = courseIn(courses, viewer.language);
  const found = [...activitiesOf(course), ...surveysOf(course).screening].map(
    async ({ id }): Promise<[string, ResponseRecord[]]> => [id, await responses.list(viewer.room, id)],
  );
  return { course, responses: new Map(await Promise.all(found)), home: homeOf(viewer), language: viewer.language };
};
