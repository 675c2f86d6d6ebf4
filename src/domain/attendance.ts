/** What an instructor has noted of one person and one webinar. `phone`: came, by telephone alone. */
export const attendanceStates = ['came', 'away', 'phone'] as const;

export type AttendanceState = (typeof attendanceStates)[number];

/** Whether a noted state means that the person took part. */
export function isPresent(state: AttendanceState | undefined): boolean {
  return state === 'came' || state === 'phone';
}
