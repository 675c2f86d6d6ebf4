import { dayOf } from '../../domain/week.ts';
import type { Replies, Reply } from '../replies/index.ts';
import type { ParticipantRow } from './rows.ts';

/** In milliseconds: nobody gets more than one message in this time, whoever writes it. */
const REST_MS = 7 * 24 * 60 * 60 * 1000;

const ABOUT = 'hilsen-';

/** Whom a message reaches, and whom it does not. */
export interface Reach {
  /** Ids of those who get it. */
  to: string[];
  /** How many have had one within a week. */
  rested: number;
  /** How many have never been here, whom the tool cannot reach. */
  unknown: number;
}

export function reachOf(rows: ParticipantRow[], replies: Reply[], now: number): Reach {
  const known = rows.flatMap(({ participant: { person } }) => (person === undefined ? [] : [person]));
  const written = new Set(
    replies.filter(({ about, sentAt }) => about.startsWith(ABOUT) && sentAt > now - REST_MS).map(({ to }) => to),
  );
  const to = known.filter((person) => !written.has(person));
  return { to, rested: known.length - to.length, unknown: rows.length - known.length };
}

export interface Message {
  room: string;
  /** Id of the instructor. */
  from: string;
  text: string;
}

/** Writes the same message to each. A press that comes twice finds the first one's: there is one a day to each. */
export async function sendToEach(replies: Replies, { text, ...of }: Message, given: { to: string[]; now: number }) {
  const about = `${ABOUT}${dayOf(given.now)}`;
  for (const to of given.to) await replies.send({ ...of, to, about }, { text, base: '' });
}
