import { addDays, dayOf, instantOf } from '../../../domain/week.ts';

/** Between these nothing is sent, by clocks in Denmark. */
export const MORNING = '08:00';
export const EVENING = '21:00';

/** This instant, or the next morning's eight o'clock where it lies in the quiet hours. Milliseconds since 1970. */
export function outsideQuiet(ms: number): number {
  const day = dayOf(ms);
  const morning = instantOf(day, MORNING);
  if (ms < morning) return morning;
  return ms < instantOf(day, EVENING) ? ms : nextMorning(ms);
}

/** Eight o'clock on the day after. */
export function nextMorning(ms: number): number {
  return instantOf(addDays(dayOf(ms), 1), MORNING);
}
