import { seenOf, type Roster, type RosterAnswer } from '../../rooms/roster.ts';
import { Problem } from '../../http/problem.ts';
import type { Responses, ResponseRecord } from '../../responses/responses.ts';
import type { Person, Room, Rooms } from '../../rooms/rooms.ts';
import type { SentAnswers } from './questionBlock.ts';
import { participation, type Participant, type Progress } from './participation.ts';
import { participantIds } from '../../rooms/participants.ts';

export interface ClassDeps {
  rooms: Rooms;
  responses: Responses;
  /** The enrolled people, as the LMS lists them now. */
  roster: Roster;
}

/** A class, and its progress with one activity. */
export interface ClassNow {
  people: Person[];
  participants: Participant[];
  responses: ResponseRecord[];
  sent: SentAnswers[];
  /** Whether the LMS gave its list of participants. */
  roster: RosterAnswer['kind'];
}

/** @param activity its id; empty if the week has none to prepare */
export async function classNow({ rooms, responses, roster }: ClassDeps, id: string, activity: string) {
  const room = await rooms.room(id);
  if (!room) throw new Problem('not-found');
  const people = await rooms.people(room.id);
  const [all, list] = await Promise.all([
    responses.list(room.id, activity),
    roster({ ...room, resourceLink: await onlyLink(rooms, room, activity), seen: seenOf(people) }),
  ]);
  const participants = participation({ people, members: membersOf(list), progress: progressOf(all) });
  return { people, participants, responses: all, sent: sentBy(people, all), roster: list.kind } satisfies ClassNow;
}

/** What participants have sent. Answers that a teacher sent while trying the activity as a participant are left out. */
export function sentBy(people: Person[], responses: ResponseRecord[]): SentAnswers[] {
  const participants = participantIds(people);
  return responses
    .flatMap(({ person, sent, lastSentAt }) =>
      sent !== null && participants.has(person) ? [{ person, answers: sent, sentAt: lastSentAt }] : [],
    )
    .sort((a, b) => a.sentAt - b.sentAt);
}

/**
 * The resource link whose own list is used; empty, for the whole course's list, if the activity is placed more than
 * once.
 */
async function onlyLink(rooms: Rooms, room: Room, activity: string): Promise<string> {
  const [placement, ...more] = await rooms.placements(room.id, activity);
  return placement && more.length === 0 ? placement.resourceLink : '';
}

function membersOf(list: RosterAnswer) {
  return list.kind === 'members' ? list.members : undefined;
}

function progressOf(responses: ResponseRecord[]): Map<string, Progress> {
  return new Map(responses.map((response) => [response.person, response.sent ? 'sent' : 'begun']));
}
