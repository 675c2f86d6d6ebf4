import { TIME_ZONE, type Day } from '../domain/week.ts';
import type { Language } from '../domain/viewer.ts';
import { locale } from './locale.ts';

const timeZone = TIME_ZONE;

/** A time of day, for example `10.42` in Danish. @param ms milliseconds since 1970. */
export function timeOfDay(ms: number, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { timeZone, hour: '2-digit', minute: '2-digit' }).format(ms);
}

/** A day, for example `mandag 7. december`. */
export function dayInWords(day: Day, language: Language): string {
  // Noon UTC is the same date in Denmark, winter and summer.
  return weekdayAndDate(language).format(Date.parse(`${day}T12:00:00Z`));
}

function weekdayAndDate(language: Language) {
  return new Intl.DateTimeFormat(locale[language], { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
}

/** A date that is short enough for a column, including the year: `7.12.2026`. @param ms milliseconds since 1970 */
export function shortDate(ms: number, language: Language): string {
  return new Date(ms).toLocaleDateString(locale[language], { timeZone });
}

/** The name of a day, for example `mandag`. */
export function weekdayInWords(day: Day, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { timeZone, weekday: 'long' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );
}

/** A date, for example `7. december`. */
export function dateInWords(day: Day, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { timeZone, day: 'numeric', month: 'long' }).format(
    Date.parse(`${day}T12:00:00Z`),
  );
}

/** A day and time, for example `lørdag 21. november kl. 10.42`. @param ms milliseconds since 1970. */
export function dayAndTime(ms: number, language: Language): string {
  const at = { da: 'kl.', en: 'at' }[language];
  return `${weekdayAndDate(language).format(ms)} ${at} ${timeOfDay(ms, language)}`;
}
