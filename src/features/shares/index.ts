import type { Courses } from '../../content/course.ts';
import type { Responses } from '../../responses/responses.ts';
import type { Standings } from '../../responses/standings.ts';
import { EVERYTHING, type Gradebooks } from '../../rooms/gradebooks.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { earnedOf, sharesOf, type Share } from './parts.ts';

export interface ShareDeps {
  coursesOf: (room: string) => Promise<Courses>;
  rooms: Pick<Rooms, 'participants'> & { gradebooks: Gradebooks };
  schedules: Pick<Schedules, 'of'>;
  responses: Responses;
  standings: Pick<Standings, 'tell'>;
}

/**
 * Keeps the columns of weeks and of the whole course up to date: at every completion, and for everyone in a room when
 * such a column appears. 100 once everything that counts is done; partial progress only if a link asks for it
 * (contract). Call this before `connectReports`, so that news of a column finds the scores that belong to it.
 */
export function tellShares(deps: ShareDeps): void {
  const { responses, rooms } = deps;
  responses.onCompletion(({ room, person }) => tellThem(deps, { room, people: [person] }));
  rooms.gradebooks.onNews(async (room, news) => {
    const isNews = ({ resourceId }: Share) => news.includes(EVERYTHING) || news.includes(resourceId);
    if (!(await sharesIn(deps, room)).some(isNews)) return;
    await tellThem(deps, { room, people: await rooms.participants(room) });
  });
}

async function sharesIn({ coursesOf, schedules }: ShareDeps, room: string): Promise<Share[]> {
  return sharesOf((await coursesOf(room)).da, await schedules.of(room));
}

async function tellThem(deps: ShareDeps, { room, people }: { room: string; people: Iterable<string> }): Promise<void> {
  const { resourceIds, progress } = await deps.rooms.gradebooks.known(room);
  const shares = (await sharesIn(deps, room)).filter(({ resourceId }) => resourceIds.has(resourceId));
  if (shares.length === 0) return;
  for (const person of people) {
    const own = await deps.responses.ofPerson(room, person);
    const completions = new Map(own.map(({ activity, completedAt }) => [activity, completedAt]));
    for (const share of shares) {
      const earned = earnedOf(share, completions);
      const isTold = earned?.activityProgress === 'Completed' || progress.has(share.resourceId);
      if (earned && isTold)
        await deps.standings.tell({ room, person }, { resourceId: share.resourceId, tag: share.tag, ...earned });
    }
  }
}
