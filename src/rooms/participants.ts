import { findAll, findAllWithout } from '../store/findAll.ts';
import type { Collection } from '../store/port.ts';
import type { Person } from './records.ts';

/**
 * The ids of a class's participants. Answers that staff gave while trying an activity as a participant are not counted,
 * and are recognised by this.
 */
export function participantIds(people: readonly Pick<Person, 'id' | 'role'>[]): Set<string> {
  return new Set(people.filter(({ role }) => role === 'participant').map(({ id }) => id));
}

/** What `Rooms` tells of the people in one room. */
export function peopleIn(people: Collection<Person, 'id' | 'room'>) {
  return {
    countPeople: (room: string) => people.count({ room }),
    people: async (room: string) => (await findAll(people, { room })).sort((a, b) => a.number - b.number),
    participants: async (room: string) =>
      participantIds(await findAllWithout(people, { room }, ['subject', 'name', 'background'])),
  };
}
