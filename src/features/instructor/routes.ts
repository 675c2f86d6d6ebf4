import type { Courses } from '../../content/course.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Roster, RosterAnswer } from '../../domain/roster.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute } from '../../http/route.ts';
import type { Responses, ResponseRecord } from '../../responses/responses.ts';
import type { Room, Rooms } from '../../rooms/rooms.ts';
import { courseIn, findActivity, ofKind } from '../activities.ts';
import { answersPage } from './answersPage.ts';
import { participation, type Participant, type Progress } from './participation.ts';
import { resendRoute } from './resend.ts';
import { syncStatus } from './syncStatus.ts';

export interface InstructorDeps {
  courses: Courses;
  rooms: Rooms;
  responses: Responses;
  /** The enrolled, as the LMS lists them now. */
  roster: Roster;
  clock: Clock;
}

/** The instructor's side of an activity. */
export const instructorRoutes = (deps: InstructorDeps): RoomRoute[] => [readAnswers(deps), resendRoute(deps)];

/** All answers to each question, who has taken part, and whether the LMS knows of it. */
const readAnswers = ({ courses, rooms, responses, roster, clock }: InstructorDeps): RoomRoute => ({
  method: 'get',
  path: '/aktivitet/:activity',
  action: 'readAnswers',
  reads: 'free-text',
  applies: ofKind(courses, 'prep'),
  handle: async ({ viewer, req, res, noteReading }) => {
    const { language } = viewer;
    const activity = findActivity(courseIn(courses, language), String(req.params['activity']));
    if (activity?.kind !== 'prep') throw new Problem('unknown-activity');
    const room = await rooms.room(viewer.room);
    if (!room) throw new Problem('not-found');
    const [people, all, list] = await Promise.all([
      rooms.people(room.id),
      responses.list(room.id, activity.id),
      roster({ ...room, resourceLink: await onlyLink(rooms, room, activity.id) }),
    ]);
    const participants = participation({ people, members: membersOf(list), progress: progressOf(all) });
    const sent = sentOf(all, participants);
    await noteReading({ kind: 'answers', activity: activity.id, whose: sent.map(({ person }) => person) });
    res.render('instructor/answers', {
      ...answersPage({ activity, participants, roster: list.kind, sent, language }),
      sync: syncStatus({ participants, responses: all, now: clock(), language }),
      resending: req.query['sendt-igen'] !== undefined,
      resendHref: `/rum/${room.id}/aktivitet/${activity.id}/send-igen`,
    });
  },
});

/** The placement whose own list is asked for; of an activity that stands in several places, the whole course's counts. */
const onlyLink = async (rooms: Rooms, room: Room, activity: string): Promise<string> => {
  const [placement, ...more] = await rooms.placements(room.id, activity);
  return placement && more.length === 0 ? placement.resourceLink : '';
};

const membersOf = (list: RosterAnswer) => (list.kind === 'members' ? list.members : undefined);

const progressOf = (responses: ResponseRecord[]): Map<string, Progress> =>
  new Map(responses.map((response) => [response.person, response.sent ? 'sent' : 'begun']));

/** What participants have sent. What a teacher sent when trying the activity as a participant is no answer to read. */
const sentOf = (responses: ResponseRecord[], participants: Participant[]) =>
  responses
    .filter(({ sent, person }) => sent !== null && participants.some((one) => one.person === person))
    .map(({ person, sent, lastSentAt }) => ({ person, answers: sent ?? {}, sentAt: lastSentAt }))
    .sort((a, b) => a.sentAt - b.sentAt);
