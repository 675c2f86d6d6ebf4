import type { Member } from '../../rooms/roster.ts';
import type { Person } from '../../rooms/rooms.ts';

export type Progress = 'sent' | 'begun' | 'notBegun';

/** Someone who should do the activity, as shown to the instructor. */
export interface Participant {
  /** Undefined for someone who is enrolled but has never been here. */
  person: string | undefined;
  /** The platform's user id. */
  subject: string;
  name: string;
  /** For a label if there is no name; undefined for someone who has never been here. */
  number: number | undefined;
  progress: Progress;
  /** Whether this person has answered but is missing from the LMS's list of the course. */
  hasLeft: boolean;
}

export interface Taking {
  people: Person[];
  /** The LMS's list; undefined if it offers none. */
  members: Member[] | undefined;
  /** How far each person is; a person without an entry has not begun. */
  progress: ReadonlyMap<string, Progress>;
}

/**
 * The people who take part: enrolled learners, and everyone who has answered, including those who have left the course
 * and whose answers are still read. If there is a list, it leaves out people who only looked in and are not enrolled.
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
      subject: person.subject,
      name: learners.get(person.subject)?.name || person.name,
      number: person.number,
      progress: progress.get(person.id) ?? 'notBegun',
      hasLeft: members !== undefined && !learners.has(person.subject),
    }));
  const known = new Set(people.map((person) => person.subject));
  const notYetHere = [...learners.values()]
    .filter((member) => !known.has(member.subject))
    .map(({ name, subject }) => ({
      person: undefined,
      subject,
      name,
      number: undefined,
      progress: 'notBegun' as const,
      hasLeft: false,
    }));
  return [...here, ...notYetHere];
}
