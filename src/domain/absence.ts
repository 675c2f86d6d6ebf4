import type { Day } from './week.ts';

/** Why someone cannot come to a webinar, as they choose to say it. There is no free text to it. */
export const absenceReasons = ['syg', 'for-meget', 'aftale', 'arbejde', 'teknik', 'andet', 'vil-ikke-sige'] as const;

export type AbsenceReason = (typeof absenceReasons)[number];

export function isAbsenceReason(text: string): text is AbsenceReason {
  return (absenceReasons as readonly string[]).includes(text);
}

/** Whose absence, from which webinar. */
export interface AbsenceKey {
  room: string;
  person: string;
  /** The day of the webinar. */
  day: Day;
}

export interface Absence extends AbsenceKey {
  reason: AbsenceReason;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Absences {
  get(of: AbsenceKey): Promise<Absence | undefined>;
  /** All that the room's people have told. */
  ofRoom(room: string): Promise<Absence[]>;
  /** Tells it, or another reason for it. */
  tell(of: AbsenceKey, reason: AbsenceReason): Promise<void>;
  /** One comes after all; nothing is left of it. */
  undo(of: AbsenceKey): Promise<void>;
}
