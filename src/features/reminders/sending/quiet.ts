import { addDays, dayOf, instantOf } from '../../../domain/week.ts';

/** Nothing is sent between these, in Europe/Copenhagen time. */
export const MORNING = '08:00';
export const EVENING = '21:00';

/** This instant, or eight o'clock the next morning if it is within the quiet hours. Milliseconds since 1970. */
export function outsideQuiet(ms: number): number {
  const day = dayOf(ms);
  const morning = instantOf(day, MORNING);
  if (ms < morning) return morning;
  return ms < instantOf(day, EVENING) ? ms : nextMorning(ms);
}

/** Eight o'clock on the next day. */
export function nextMorning(ms: number): number {
  return instantOf(addDays(dayOf(ms), 1), MORNING);
}
