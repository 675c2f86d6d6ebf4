import type { Courses } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute } from '../../http/route.ts';
import type { ResponseRecord, Responses } from '../../responses/responses.ts';
import { activitiesOf, courseIn, findActivity } from '../activities.ts';
import { classPage, operationPage, type StaffPageInput } from './staffPages.ts';
import { weekPage, type State } from './weekPage.ts';

export interface RoomDeps {
  courses: Courses;
  responses: Responses;
}

/** The room's front page, for each role its own. */
export const roomRoutes = (deps: RoomDeps): RoomRoute[] => [
  ownWeek(deps),
  {
    method: 'get',
    path: '/',
    action: 'readAnswers',
    handle: async ({ viewer, res }) => res.render('room/class', classPage(await staffInput(deps, viewer))),
  },
  {
    method: 'get',
    path: '/',
    action: 'watchOperation',
    handle: async ({ viewer, res }) => res.render('room/operation', operationPage(await staffInput(deps, viewer))),
  },
  administratorAtActivity(deps),
];

const ownWeek = ({ courses, responses }: RoomDeps): RoomRoute => ({
  method: 'get',
  path: '/',
  action: 'followOwnWeek',
  handle: async ({ viewer, res }) => {
    const own = await responses.ofPerson(viewer.room, viewer.person);
    const states = new Map<string, State>(own.map(({ activity, sent }) => [activity, sent ? 'done' : 'begun']));
    const course = courseIn(courses, viewer.language);
    res.render('room/week', weekPage({ course, states, home: homeOf(viewer), language: viewer.language }));
  },
});

/** To be mounted after every kind of activity: what none of them took is a link to something that does not exist. */
export const unknownActivity: RoomRoute = {
  method: 'get',
  path: '/aktivitet/:activity',
  action: 'openActivity',
  handle: () => {
    throw new Problem('unknown-activity');
  },
};

/** An administrator who opens an activity has nothing to answer or read there. */
const administratorAtActivity = ({ courses }: RoomDeps): RoomRoute => ({
  method: 'get',
  path: '/aktivitet/:activity',
  action: 'watchOperation',
  handle: ({ viewer, req, res }) => {
    const known = findActivity(courseIn(courses, viewer.language), String(req.params['activity']));
    if (!known) throw new Problem('unknown-activity');
    res.redirect(303, homeOf(viewer));
  },
});

const staffInput = async ({ courses, responses }: RoomDeps, viewer: Viewer): Promise<StaffPageInput> => {
  const course = courseIn(courses, viewer.language);
  const found = activitiesOf(course).map(async ({ id }): Promise<[string, ResponseRecord[]]> => [
    id,
    await responses.list(viewer.room, id),
  ]);
  return { course, responses: new Map(await Promise.all(found)), home: homeOf(viewer), language: viewer.language };
};

const homeOf = (viewer: Viewer) => `/rum/${viewer.room}/`;
