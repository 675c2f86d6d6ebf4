import { role } from '../vocabulary.ts';

/** Someone to choose in the sandbox. All of them are invented. */
export interface Person {
  /** Numeric, like Moodle's user ids; a score for a non-numeric id is answered as Moodle does. */
  id: string;
  kind: 'participant' | 'instructor' | 'administrator';
  /** Undefined: the course room withholds the name. */
  name: { given: string; family: string } | undefined;
  username: string;
  /** The roles in the launch; the first is the context role. */
  roles: readonly string[];
}

function participant(id: string, username: string, name: Person['name']): Person {
  return {
    id,
    kind: 'participant',
    name,
    username,
    roles: [role.learner],
  };
}

export const people: readonly Person[] = [
  participant('4', 'mette', { given: 'Mette', family: 'Holm' }),
  participant('5', 'jens', { given: 'Jens', family: 'Aagaard' }),
  participant('6', 'amina', { given: 'Amina', family: 'Sørensen' }),
  participant('7', 'deltager7', undefined),
  {
    id: '3',
    kind: 'instructor',
    name: { given: 'Ulla', family: 'Brandt' },
    username: 'ulla',
    roles: [role.instructor],
  },
  {
    id: '2',
    kind: 'administrator',
    name: { given: 'Søren', family: 'Krogh' },
    username: 'soeren',
    roles: [role.administrator, role.institutionAdministrator, role.systemAdministrator],
  },
];

export function personOf(id: string): Person | undefined {
  return people.find((person) => person.id === id);
}

const nameless = '\uffff';

/**
 * The members of the course, by family name as in Moodle; a member without a name comes last. An administrator can
 * launch without being enrolled.
 */
export const enrolled: readonly Person[] = people
  .filter((person) => person.kind !== 'administrator')
  .toSorted((one, other) => (one.name?.family ?? nameless).localeCompare(other.name?.family ?? nameless, 'da'));

export function mayTeach(person: Person): boolean {
  return person.kind !== 'participant';
}

/** `Mette Holm`; undefined if the name is withheld. */
export function fullName(person: Person): string | undefined {
  return person.name && `${person.name.given} ${person.name.family}`;
}
