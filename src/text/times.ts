import { TIME_ZONE, type Day } from '../domain/week.ts';
import type { Language } from '../domain/viewer.ts';
import { locale } from './locale.ts';

/** Made once: making a format takes far longer than using it, and a page has dozens of days. */
const formats: Record<Language, ReturnType<typeof formatsOf>> = { da: formatsOf('da'), en: formatsOf('en') };

/** A time of day, for example `10.42` in Danish. @param ms milliseconds since 1970. */
export function timeOfDay(ms: number, language: Language): string {
  return formats[language].time.format(ms);
}

/** A day, for example `mandag 7. december`. */
export function dayInWords(day: Day, language: Language): string {
  return formats[language].weekdayAndDate.format(noon(day));
}

/** A date that is short enough for a column, including the year: `7.12.2026`. @param ms milliseconds since 1970 */
export function shortDate(ms: number, language: Language): string {
  return formats[language].shortDate.format(ms);
}

/** A date and time that fit in a column: `7.12.2026 kl. 10.42`. @param ms milliseconds since 1970 */
export function shortDateAndTime(ms: number, language: Language): string {
  return `${shortDate(ms, language)} ${AT[language]} ${timeOfDay(ms, language)}`;
}

/** The name of a day, for example `mandag`. */
export function weekdayInWords(day: Day, language: Language): string {
  return formats[language].weekday.format(noon(day));
}

/** A date, for example `7. december`. */
export function dateInWords(day: Day, language: Language): string {
  return formats[language].date.format(noon(day));
}

/** A day and time, for example `lørdag 21. november kl. 10.42`. @param ms milliseconds since 1970. */
export function dayAndTime(ms: number, language: Language): string {
  return `${formats[language].weekdayAndDate.format(ms)} ${AT[language]} ${timeOfDay(ms, language)}`;
}

const AT = { da: 'kl.', en: 'at' } as const;

function formatsOf(language: Language) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale[language], { timeZone: TIME_ZONE, ...options });
  return {
    time: format({ hour: '2-digit', minute: '2-digit' }),
    weekdayAndDate: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    weekday: format({ weekday: 'long' }),
    date: format({ day: 'numeric', month: 'long' }),
    shortDate: format({ day: 'numeric', month: 'numeric', year: 'numeric' }),
  };
}

/** Noon UTC is the same date in Denmark, winter and summer. */
function noon(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`);
}
