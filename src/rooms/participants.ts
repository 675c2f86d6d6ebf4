import type { Person } from './records.ts';

/**
 * The ids of a class's participants. Answers that staff gave while trying an activity as a participant are not counted,
 * and are recognised by this.
 */
export function participantIds(people: readonly Pick<Person, 'id' | 'role'>[]): Set<string> {
  return new Set(people.filter(({ role }) => role === 'participant').map(({ id }) => id));
}
