import type { Language } from '../domain/viewer.ts';

const locale: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };
const timeZone = 'Europe/Copenhagen';

/** A time of day, for example `10.42` in Danish. @param ms milliseconds since 1970. */
export const timeOfDay = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { timeZone, hour: '2-digit', minute: '2-digit' }).format(ms);

/** A day and time, for example `lørdag 21. november kl. 10.42`. @param ms milliseconds since 1970. */
export const dayAndTime = (ms: number, language: Language): string => {
  const day = new Intl.DateTimeFormat(locale[language], { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  const at = { da: 'kl.', en: 'at' }[language];
  return `${day.format(ms)} ${at} ${timeOfDay(ms, language)}`;
};
