import { absenceReasons, type AbsenceReason } from '../../domain/absence.ts';
import type { Absence } from './store.ts';

/**
 * With fewer people than this no reason is shown: if only one or two have been away, the counts would reveal their
 * reasons. The same number as for survey answers.
 */
export const LEAST_ABSENT = 5;

/** How often each reason was given in the class, in a fixed order; undefined if too few people have been away. */
export function reasonCounts(absences: Absence[]): { reason: AbsenceReason; count: number }[] | undefined {
  return new Set(absences.map(({ person }) => person)).size < LEAST_ABSENT
    ? undefined
    : absenceReasons
        .map((reason) => ({ reason, count: absences.filter((one) => one.reason === reason).length }))
        .filter(({ count }) => count > 0);
}
