import type { Person } from './records.ts';

/**
 * The participants of a class, by their ids. What staff answered when trying an activity as a participant counts nowhere,
 * and is told apart by this.
 */
export function participantIds(people: readonly Pick<Person, 'id' | 'role'>[]): Set<string> {
  return new Set(people.filter(({ role }) => role === 'participant').map(({ id }) => id));
}
