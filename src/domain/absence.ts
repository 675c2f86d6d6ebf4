/** Reasons for missing a webinar, as people choose to give them. There is no free text. */
export const absenceReasons = [
  'syg',
  'for-meget',
  'barn',
  'aftale',
  'arbejde',
  'teknik',
  'andet',
  'vil-ikke-sige',
] as const;

export type AbsenceReason = (typeof absenceReasons)[number];

export function isAbsenceReason(text: string): text is AbsenceReason {
  return (absenceReasons as readonly string[]).includes(text);
}
