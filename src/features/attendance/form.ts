import { attendanceStates, type AttendanceState } from '../../domain/attendance.ts';
import { fieldIn } from '../../http/fieldIn.ts';
import type { Visit } from '../../http/route.ts';

/** What was noted of someone, or `''` for nothing. */
export type Noted = AttendanceState | '';

export interface AttendanceChange {
  who: string;
  state: Noted;
}

export function stateField(who: string): string {
  return `kom.${who}`;
}
/**
 * What the form showed. Only differences from it are this instructor's changes; a colleague may have changed the rest.
 */
export function shownField(who: string): string {
  return `var.${who}`;
}

/** The button that marks everyone without a mark as absent. */
export const REST = 'rest';

/** What a posted form changes. @param everyone names of all who are on the list now; others are ignored */
export function changesIn(req: Visit['req'], everyone: readonly string[]): AttendanceChange[] {
  const fillsRest = fieldIn(req, 'intent') === REST;
  return everyone.flatMap((who): AttendanceChange[] => {
    const shown = stateIn(fieldIn(req, shownField(who)));
    const chosen = stateIn(fieldIn(req, stateField(who)));
    const state = fillsRest && chosen === '' && isShown(req, who) ? 'away' : chosen;
    return state === shown ? [] : [{ who, state }];
  });
}

/** Whether the form had the person at all: the class may have grown since. */
function isShown({ body }: Visit['req'], who: string): boolean {
  return shownField(who) in ((body ?? {}) as Record<string, unknown>);
}

function stateIn(value: string): Noted {
  return attendanceStates.find((state) => state === value) ?? '';
}
