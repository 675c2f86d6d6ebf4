import type { Viewer } from '../../domain/viewer.ts';
import { can } from '../../http/actions.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute } from '../../http/route.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import { courseIn, findActivity, surveysOf } from '../../content/find.ts';
import { courseWeeks, weekCount } from '../../content/rhythm.ts';
import { kindOf } from '../../activities/kinds.ts';
import { texts } from '../../text/texts.ts';
import { daysToPress, planToday } from '../../activities/handleplan/index.ts';
import { webinarAbsence, type AbsenceDeps } from '../absence/index.ts';
import { greetingTo, type GreetingDeps } from '../greeting/index.ts';
import { moodToday } from '../diary/index.ts';
import { replyNews, type Replies } from '../replies/index.ts';
import type { KeepTokens } from '../../forms/keepTokens.ts';
import type { OwnNotes } from '../../forms/ownNotes.ts';
import { createAlsoSent } from './week/alsoSent.ts';
import { courseRoleOf } from './staff/courseRole.ts';
import { classRoutes } from './staff/classRoutes.ts';
import { endingAlert } from './staff/endingAlert.ts';
import { languageRoutes, type LanguageDeps } from './language.ts';
import { leftOutOf } from './staff/leftOut.ts';
import { homeOf, administratorInput, type StaffDeps } from './staff/staffInput.ts';
import { administratorPage } from './staff/staffPages.ts';
import type { Ideas } from '../ideas/index.ts';
import { oneWeek } from './week/oneWeek.ts';
import { webinarCalendar } from './webinar.ts';
import { aboutWeeks, statesOf } from './week/weekInput.ts';
import { weekPage } from './week/weekPage.ts';

export { closedActivity } from './closedActivity.ts';

export interface RoomDeps extends StaffDeps, LanguageDeps, AbsenceDeps, GreetingDeps {
  rooms: Rooms;
  replies: Replies;
  ideas: Ideas;
  diaryWeeks: OwnNotes;
  keepTokens: KeepTokens;
}

/** The room's front page, one for each role. */
export function roomRoutes(deps: RoomDeps): RoomRoute[] {
  return [
    ownWeek(deps),
    ...oneWeek(deps),
    calendar(deps),
    ...classRoutes(deps),
    {
      method: 'get',
      path: '/',
      action: 'viewStatus',
      handle: async ({ viewer, res }) => {
        const [input, ending, leftOut, person] = await Promise.all([
          administratorInput(deps, viewer),
          endingAlert(deps, viewer),
          leftOutOf(deps.rooms, viewer.room, viewer.language),
          deps.rooms.person(viewer.person),
        ]);
        res.render('room/administrator', {
          ...administratorPage(input),
          ending,
          leftOut,
          courseRole: courseRoleOf(person, viewer.language),
          helpsPeople: can(viewer.role, 'managePeople'),
        });
      },
    },
    administratorAtActivity(deps),
    ...languageRoutes(deps),
  ];
}

function ownWeek(deps: RoomDeps): RoomRoute {
  const alsoSent = createAlsoSent(deps);
  return {
    method: 'get',
    path: '/',
    action: 'followOwnWeek',
    handle: async ({ viewer, res }) => {
      const [own, person, about, placed, reply, absence, mood, greeting] = await Promise.all([
        deps.responses.ofPerson(viewer.room, viewer.person),
        deps.rooms.person(viewer.person),
        aboutWeeks(deps, viewer),
        placedScreening(deps, viewer),
        replyNews(deps.replies, viewer),
        webinarAbsence(deps, viewer),
        moodToday(deps, viewer),
        greetingTo(deps, viewer),
      ]);
      const page = weekPage({ ...about, states: statesOf(own), placed, seenBefore: person?.seenBefore });
      const plan = planToday({ own, room: viewer.room, now: about.now });
      const others = await alsoSent({ viewer, activity: preparationOf(about, page.shown), own });
      res.render('room/week', {
        ...page,
        mood,
        greeting,
        alsoSent: others > 0 && texts[viewer.language].room.alsoSent(others),
        courseRole: courseRoleOf(person, viewer.language),
        plan,
        planDays: plan && daysToPress({ own, viewer, now: about.now }),
        reply,
        absence,
      });
    },
  };
}

/** The first activity of a week that prepares for its webinar. */
function preparationOf({ course, schedule }: Awaited<ReturnType<typeof aboutWeeks>>, week: number) {
  const modules = courseWeeks(course, schedule)[week - 1]?.modules ?? [];
  return modules.flatMap(({ activities }) => activities).find((activity) => kindOf(activity).isPreparation);
}

/** The screenings that have a link in the course room. */
async function placedScreening({ courses, rooms }: RoomDeps, { room }: Viewer): Promise<Set<string>> {
  const found = surveysOf(courses.da).screening.map(async ({ id }) =>
    (await rooms.placements(room, id)).length > 0 ? [id] : [],
  );
  return new Set((await Promise.all(found)).flat());
}

/** The webinars ahead, as a file for the calendar on a phone or computer. */
function calendar(deps: RoomDeps): RoomRoute {
  return {
    method: 'get',
    path: '/webinar.ics',
    action: 'joinWebinar',
    handle: async ({ viewer, res }) => {
      const { course, ...about } = await aboutWeeks(deps, viewer);
      const changed = (await deps.schedules.lastChange(viewer.room))?.at ?? 0;
      res
        .set('Content-Disposition', 'attachment; filename="webinar.ics"')
        .type('text/calendar; charset=utf-8')
        .send(webinarCalendar({ ...about, changed, weeks: weekCount(course, about.schedule) }));
    },
  };
}

/** Mount this after all kinds of activity: a link that none of them handles leads to something that does not exist. */
export const unknownActivity: RoomRoute = {
  method: 'get',
  path: '/aktivitet/:activity',
  action: 'openActivity',
  handle: () => {
    throw new Problem('unknown-activity');
  },
};

/** An administrator who opens an activity has nothing to answer or read there. */
function administratorAtActivity({ courses }: RoomDeps): RoomRoute {
  return {
    method: 'get',
    path: '/aktivitet/:activity',
    action: 'viewStatus',
    handle: ({ viewer, req, res }) => {
      const known = findActivity(courseIn(courses, viewer.language), String(req.params['activity']));
      if (!known) throw new Problem('unknown-activity');
      res.redirect(303, homeOf(viewer));
    },
  };
}
