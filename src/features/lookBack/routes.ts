import { weekCount } from '../../content/rhythm.ts';
import { opensLater } from '../../domain/schedule.ts';
import { weekId, weekOfId } from '../../domain/courseParts.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import { courseBackPage } from './courseBack.ts';
import { ownOf, type LookBackDeps } from './own.ts';
import { weekBackPage } from './weekBack.ts';

/**
 * Looking back at a week, and at the whole course, in the person's own words. Nobody else can open these pages, neither
 * the instructor nor whoever runs the tool.
 */
export function lookBackRoutes(deps: LookBackDeps): RoomRoute[] {
  return [
    { method: 'get', path: '/uge/:week/tilbageblik', action: 'lookBack', handle: (visit) => showWeek(deps, visit) },
    {
      method: 'get',
      path: '/tilbageblik',
      action: 'lookBack',
      handle: async ({ viewer, res }) => res.render('lookBack/course', courseBackPage(await ownOf(deps, viewer))),
    },
  ];
}

/** Redirects to the front page for a week that the class does not have, or that is not open yet. */
async function showWeek(deps: LookBackDeps, { viewer, req, res }: Visit): Promise<void> {
  const own = await ownOf(deps, viewer);
  const week = weekOfId(weekId(Number(req.params['week'])));
  const isThere = week !== undefined && week <= weekCount(own.course, own.schedule);
  if (!isThere || opensLater(own.schedule, week, own.now) !== '') res.redirect(303, roomPath(viewer.room));
  else res.render('lookBack/week', weekBackPage(week, own));
}
