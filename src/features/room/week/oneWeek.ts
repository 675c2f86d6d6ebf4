import { weekCount, weekOf } from '../../../content/rhythm.ts';
import { weekId, weekOfId } from '../../../domain/courseParts.ts';
import type { RoomRoute, Visit } from '../../../http/route.ts';
import { oneWeekPage } from './oneWeekPage.ts';
import { homeOf, type StaffDeps } from '../staff/staffInput.ts';
import { aboutWeeks, statesOf } from './weekInput.ts';

/**
 * Where a link to a week leads: a participant to that week, an instructor to the page before its webinar. If the class
 * runs in fewer weeks and lacks this one, it leads to the front page.
 */
export function oneWeek(deps: StaffDeps): RoomRoute[] {
  return [
    {
      method: 'get',
      path: '/uge/:week',
      action: 'followOwnWeek',
      handle: async (visit) => {
        const { viewer, res } = visit;
        const [own, about] = await Promise.all([
          deps.responses.ofPerson(viewer.room, viewer.person),
          aboutWeeks(deps, viewer),
        ]);
        const week = weekIn(visit, about);
        if (week === undefined) res.redirect(303, homeOf(viewer));
        else res.render('room/oneWeek', oneWeekPage(week, { ...about, states: statesOf(own), seenBefore: undefined }));
      },
    },
    {
      method: 'get',
      path: '/uge/:week',
      action: 'prepareWebinar',
      handle: async (visit) => {
        const about = await aboutWeeks(deps, visit.viewer);
        const { course, schedule, home } = about;
        const week = weekIn(visit, about);
        const module = course.modules.find((each) => weekOf(course, schedule, each) === week);
        visit.res.redirect(303, module ? `${home}webinar/${module.id}` : home);
      },
    },
    {
      method: 'get',
      path: '/uge/:week',
      action: 'viewStatus',
      handle: ({ viewer, res }) => res.redirect(303, homeOf(viewer)),
    },
  ];
}

type AboutWeeks = Awaited<ReturnType<typeof aboutWeeks>>;

/** The week in the address, by its number or by one of its modules; undefined if the class has no such week. */
function weekIn({ req }: Visit, { course, schedule }: AboutWeeks): number | undefined {
  const module = course.modules.find(({ id }) => id === req.params['week']);
  if (module) return weekOf(course, schedule, module);
  const week = weekOfId(weekId(Number(req.params['week'])));
  return week !== undefined && week <= weekCount(course, schedule) ? week : undefined;
}
