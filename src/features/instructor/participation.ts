import type { Member } from '../../rooms/roster.ts';
import type { Person } from '../../rooms/rooms.ts';

export type Progress = 'sent' | 'begun' | 'notBegun';

/** Someone who is to do the activity, as the instructor meets them. */
export interface Participant {
  /** Undefined for one who is enrolled but has never been here. */
  person: string | undefined;
  name: string;
  /** For a label where there is no name; undefined for one who has never been here. */
  number: number | undefined;
  progress: Progress;
  /** Whether the LMS gives a list of the course and this person, who has answered, is not on it. */
  hasLeft: boolean;
}

export interface Taking {
  people: Person[];
  /** What the LMS lists; undefined where it offers no list. */
  members: Member[] | undefined;
  /** How far each person is; one without an entry has not begun. */
  progress: ReadonlyMap<string, Progress>;
}

/**
 * Who takes part: the enrolled learners, and everyone who has answered (also one who has since left the course, whose
 * answers are still read). People who only looked in and are no longer enrolled are left out where a list exists.
 */
export function participation({ people, members, progress }: Taking): Participant[] {
  const learners = new Map(
    members?.filter((member) => member.role === 'participant').map((member) => [member.subject, member]),
  );
  const here = people
    .filter((person) => person.role === 'participant')
    .filter((person) => !members || learners.has(person.subject) || progress.has(person.id))
    .map((person) => ({
      person: person.id,
      name: learners.get(person.subject)?.name || person.name,
      number: person.number,
      progress: progress.get(person.id) ?? 'notBegun',
      hasLeft: members !== undefined && !learners.has(person.subject),
    }));
  const known = new Set(people.map((person) => person.subject));
  const notYetHere = [...learners.values()]
    .filter((member) => !known.has(member.subject))
    .map(({ name }) => ({
      person: undefined,
      name,
      number: undefined,
      progress: 'notBegun' as const,
      hasLeft: false,
    }));
  return [...here, ...notYetHere];
}
