import type { Viewer } from '../../../domain/viewer.ts';
import type { ActivityResponse } from '../../../responses/responses.ts';
import { courseIn } from '../../../content/find.ts';
import type { State } from './nextActivity.ts';
import { homeOf, type StaffDeps } from '../staff/staffInput.ts';

/** A participant's progress with each activity that they have begun. */
export function statesOf(own: ActivityResponse[]): Map<string, State> {
  return new Map(own.map(({ activity, sent }) => [activity, sent ? 'done' : 'begun']));
}

/** What every page about the weeks needs. */
export async function aboutWeeks({ courses, schedules, clock }: StaffDeps, viewer: Viewer) {
  return {
    course: courseIn(courses, viewer.language),
    schedule: await schedules.of(viewer.room),
    home: homeOf(viewer),
    language: viewer.language,
    now: clock(),
  };
}
