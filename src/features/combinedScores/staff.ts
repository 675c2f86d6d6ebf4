import type { Courses } from '../../content/course.ts';
import { weekOfId } from '../../domain/courseParts.ts';
import type { Language } from '../../domain/viewer.ts';
import type { Report, ResponseKey } from '../../responses/responses.ts';
import type { Gradebooks } from '../../rooms/gradebooks.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { texts } from '../../text/texts.ts';
import { coursePartsOf } from './parts.ts';

interface CoveredDeps {
  courses: Courses;
  rooms: { gradebooks: Pick<Gradebooks, 'known'> };
  schedules: Pick<Schedules, 'of'>;
}

/** The activities whose grade is in a week's or the whole course's column of a room: they need no column of their own. */
export async function coveredIn({ courses, rooms, schedules }: CoveredDeps, room: string): Promise<Set<string>> {
  const { resourceIds } = await rooms.gradebooks.known(room);
  const parts = coursePartsOf(courses.da, await schedules.of(room));
  return new Set(parts.filter(({ resourceId }) => resourceIds.has(resourceId)).flatMap(({ activities }) => activities));
}

/** Leaves out that such an activity waits for a column, which asks nothing of anybody. */
export function withoutCovered<R extends Pick<ResponseKey, 'activity'> & { reports: Report[] }>(
  responses: readonly R[],
  covered: ReadonlySet<string>,
): R[] {
  return responses.map((response) =>
    covered.has(response.activity)
      ? { ...response, reports: response.reports.filter(({ state }) => state !== 'columnless') }
      : response,
  );
}

/** What a column of a week or of the whole course is called. */
export function partName(resourceId: string, language: Language): string {
  const { week, wholeCourse } = texts[language].instructor.sync;
  const number = weekOfId(resourceId);
  return number === undefined ? wholeCourse : week(number);
}
