import type { Courses } from '../../content/course.ts';
import type { Member } from '../../domain/roster.ts';
import type { RoomRoute } from '../../http/route.ts';
import { Problem } from '../../http/problem.ts';
import type { Responses, ResponseRecord } from '../../responses/responses.ts';
import type { Room, Rooms } from '../../rooms/rooms.ts';
import { courseIn, findActivity } from '../activities.ts';
import { answersPage } from './answersPage.ts';
import { participation, type Progress } from './participation.ts';

export interface InstructorDeps {
  courses: Courses;
  rooms: Rooms;
  responses: Responses;
  /** The enrolled, as the LMS lists them now; undefined where it offers no list or does not answer. */
  roster: (room: Room) => Promise<Member[] | undefined>;
}

/** The instructor's side of an activity: all answers to each question, and who has taken part. */
export const instructorRoutes = (deps: InstructorDeps): RoomRoute[] => [
  {
    method: 'get',
    path: '/aktivitet/:activity',
    action: 'readAnswers',
    handle: async ({ viewer, req, res }) => {
      const activity = findActivity(courseIn(deps.courses, viewer.language), String(req.params['activity']));
      if (!activity) throw new Problem('unknown-activity');
      const room = await deps.rooms.room(viewer.room);
      if (!room) throw new Problem('not-found');
      const [people, responses, members] = await Promise.all([
        deps.rooms.people(room.id),
        deps.responses.list(room.id, activity.id),
        deps.roster(room),
      ]);
      const participants = participation({ people, members, progress: progressOf(responses) });
      const { language } = viewer;
      res.render('instructor/answers', {
        ...answersPage({ activity, participants, roster: members !== undefined, sent: sentOf(responses), language }),
      });
    },
  },
];

const progressOf = (responses: ResponseRecord[]): Map<string, Progress> =>
  new Map(responses.map((response) => [response.person, response.sent ? 'sent' : 'begun']));

const sentOf = (responses: ResponseRecord[]) =>
  responses
    .filter((response) => response.sent !== null)
    .map(({ person, sent, lastSentAt }) => ({ person, answers: sent ?? {}, sentAt: lastSentAt }))
    .sort((a, b) => a.sentAt - b.sentAt);
