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

/** The room's front page, for each role its own; and a plain word where a link leads to an unknown activity. */
export const roomRoutes = ({ courses, responses }: RoomDeps): RoomRoute[] => {
  const staffInput = async (viewer: Viewer): Promise<StaffPageInput> => {
    const course = courseIn(courses, viewer.language);
    const found = activitiesOf(course).map(async ({ id }): Promise<[string, ResponseRecord[]]> => [
      id,
      await responses.list(viewer.room, id),
    ]);
    return { course, responses: new Map(await Promise.all(found)), home: homeOf(viewer), language: viewer.language };
  };

  return [
    {
      method: 'get',
      path: '/',
      action: 'followOwnWeek',
      handle: async ({ viewer, res }) => {
        const course = courseIn(courses, viewer.language);
        const own = await responses.ofPerson(viewer.room, viewer.person);
        const states = new Map<string, State>(own.map(({ activity, sent }) => [activity, sent ? 'done' : 'begun']));
        res.render('room/week', weekPage({ course, states, home: homeOf(viewer), language: viewer.language }));
      },
    },
    {
      method: 'get',
      path: '/',
      action: 'readAnswers',
      handle: async ({ viewer, res }) => res.render('room/class', classPage(await staffInput(viewer))),
    },
    {
      method: 'get',
      path: '/',
      action: 'watchOperation',
      handle: async ({ viewer, res }) => res.render('room/operation', operationPage(await staffInput(viewer))),
    },
    {
      // An administrator who opens an activity has nothing to answer or read there.
      method: 'get',
      path: '/aktivitet/:activity',
      action: 'watchOperation',
      handle: ({ viewer, req, res }) => {
        if (!findActivity(courseIn(courses, viewer.language), String(req.params['activity']))) {
          throw new Problem('unknown-activity');
        }
        res.redirect(303, homeOf(viewer));
      },
    },
  ];
};

const homeOf = (viewer: Viewer) => `/rum/${viewer.room}/`;
