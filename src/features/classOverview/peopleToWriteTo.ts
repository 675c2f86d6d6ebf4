import { dayOf, daysBetween } from '../../domain/week.ts';
import type { ClassInput, ParticipantRow } from './rows.ts';

/** The groups of people whom a kind word may help; the page about the class begins with them. */
export const groups = ['ikke-begyndt', 'vaek'] as const;
export type MessageGroup = (typeof groups)[number];

/**
 * Someone who has begun and then stayed away for this many days is in the second group. Dropping out takes three times
 * as long.
 */
export const QUIET_DAYS = 7;

/** The people of a group; nobody once the course is over, when nobody is expected to come. */
export function peopleToWriteTo(
  group: MessageGroup,
  rows: ParticipantRow[],
  { now, running }: Pick<ClassInput, 'now' | 'running'>,
): ParticipantRow[] {
  const today = dayOf(now);
  if (running && today > running.ends) return [];
  const here = rows.filter(({ participant, standing }) => !participant.hasLeft && standing !== 'completed');
  if (group === 'ikke-begyndt') return here.filter(({ progress }) => progress.size === 0);
  return here.filter(
    ({ progress, lastSeen }) => progress.size > 0 && daysBetween(dayOf(lastSeen), today) >= QUIET_DAYS,
  );
}
