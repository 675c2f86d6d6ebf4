import { dayOf, daysBetween } from '../../domain/week.ts';
import type { ClassInput, ParticipantRow } from './rows.ts';

/** Those whom a kind word may help: the first thing the page about the class says. */
export const groups = ['ikke-begyndt', 'vaek'] as const;
export type MessageGroup = (typeof groups)[number];

/** Someone who has begun, and has not been here for this many days, is asked about. Frafald takes three times as long. */
export const QUIET_DAYS = 7;

/** Nobody while the course is over: then nobody is expected to come. */
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
