import type { Courses } from '../../content/course.ts';
import type { Responses } from '../../responses/responses.ts';
import type { CombinedScores } from '../../responses/combinedScores.ts';
import { EVERYTHING, type Gradebooks } from '../../rooms/gradebooks.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { coursePartsOf, earnedOf, type CoursePart } from './parts.ts';

export { coveredIn, partName, withoutCovered } from './staff.ts';

export interface CombinedScoreDeps {
  coursesOf: (room: string) => Promise<Courses>;
  rooms: Pick<Rooms, 'participants'> & { gradebooks: Gradebooks };
  schedules: Pick<Schedules, 'of'>;
  responses: Responses;
  combinedScores: Pick<CombinedScores, 'tell'>;
}

/**
 * Keeps the columns of weeks and of the whole course up to date: at every completion, and for everyone in a room when
 * such a column appears. 100 once everything that counts is done; partial progress only if a link asks for it
 * (contract). Call this before `connectReports`, so that news of a column finds the scores that belong to it.
 */
export function reportCombinedScores(deps: CombinedScoreDeps): void {
  const { responses, rooms } = deps;
  responses.onCompletion(({ room, person }) => tellScores(deps, { room, people: [person] }));
  rooms.gradebooks.onNews(async (room, news) => {
    const isNews = ({ resourceId }: CoursePart) => news.includes(EVERYTHING) || news.includes(resourceId);
    if (!(await partsIn(deps, room)).some(isNews)) return;
    await tellScores(deps, { room, people: await rooms.participants(room) });
  });
}

async function partsIn({ coursesOf, schedules }: CombinedScoreDeps, room: string): Promise<CoursePart[]> {
  return coursePartsOf((await coursesOf(room)).da, await schedules.of(room));
}

async function tellScores(
  deps: CombinedScoreDeps,
  { room, people }: { room: string; people: Iterable<string> },
): Promise<void> {
  const { resourceIds, progress } = await deps.rooms.gradebooks.known(room);
  const parts = (await partsIn(deps, room)).filter(({ resourceId }) => resourceIds.has(resourceId));
  if (parts.length === 0) return;
  for (const person of people) {
    const own = await deps.responses.ofPerson(room, person);
    const completions = new Map(own.map(({ activity, completedAt }) => [activity, completedAt]));
    for (const part of parts) {
      const earned = earnedOf(part, completions);
      const isTold = earned?.activityProgress === 'Completed' || progress.has(part.resourceId);
      if (earned && isTold)
        await deps.combinedScores.tell({ room, person }, { resourceId: part.resourceId, tag: part.tag, ...earned });
    }
  }
}
