/** Why someone cannot come to a webinar, as they choose to say it. There is no free text to it. */
export const absenceReasons = ['syg', 'for-meget', 'aftale', 'arbejde', 'teknik', 'andet', 'vil-ikke-sige'] as const;

export type AbsenceReason = (typeof absenceReasons)[number];

export function isAbsenceReason(text: string): text is AbsenceReason {
  return (absenceReasons as readonly string[]).includes(text);
}
