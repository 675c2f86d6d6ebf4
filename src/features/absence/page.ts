import { absenceReasons, type AbsenceReason } from '../../domain/absence.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { LEAST_ABSENT } from './reasonCounts.ts';
import { dayAndTime } from '../../text/times.ts';

export interface AbsencePageInput {
  viewer: Viewer;
  /** Undefined if no webinar is known. */
  next: { day: string; begins: number } | undefined;
  /** The reason given before, if any. */
  reason: AbsenceReason | undefined;
  isRefused: boolean;
}

/** The form, in the shape that `views/absence/form.hbs` takes. */
export function absencePage({ viewer, next, reason, isRefused }: AbsencePageInput) {
  const text = texts[viewer.language].absence;
  const error = isRefused ? text.errors.reason : '';
  return {
    title: text.title,
    webinar: next && { day: next.day, when: text.webinar(dayAndTime(next.begins, viewer.language)) },
    counted: text.counted(LEAST_ABSENT),
    error,
    errors: isRefused ? [{ href: '#grund', message: error }] : [],
    options: absenceReasons.map((id) => ({
      id,
      inputId: `grund-${id}`,
      label: text.reasons[id],
      checked: reason === id,
    })),
  };
}
