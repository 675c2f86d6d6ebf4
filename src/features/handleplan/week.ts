import type { Language } from '../../domain/viewer.ts';

/** A calendar day in Denmark, `YYYY-MM-DD`: ordered as text, and free of clock changes. */
export type Day = string;

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_WEEK = 7;

const inDenmark = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Denmark. @param ms milliseconds since 1970. */
export const dayAt = (ms: number): Day => inDenmark.format(ms);

/** Days are counted as if in UTC, where each has 24 hours: a day's name has no clock. */
export const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => ((new Date(day).getUTCDay() + 6) % LONGEST_WEEK) + 1;

export const mondayOf = (day: Day): Day => plusDays(day, 1 - weekdayOf(day));

/** The seven days from this Monday. */
export const daysOfWeek = (monday: Day): Day[] =>
  Array.from({ length: LONGEST_WEEK }, (_, index) => plusDays(monday, index));

/** Whether a text is the name of a real Monday. */
export const isMonday = (text: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  plusDays(text, 0) === text &&
  weekdayOf(text) === 1;

/** Week number as in a Danish calendar (ISO 8601: the week belongs to the year of its Thursday). */
export const weekNumber = (day: Day): number => {
  const thursday = plusDays(mondayOf(day), 3);
  const newYear = `${thursday.slice(0, 4)}-01-01`;
  return Math.floor((Date.parse(thursday) - Date.parse(newYear)) / DAY_MS / LONGEST_WEEK) + 1;
};

const locale: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

/** For example `mandag` */
export const weekdayInWords = (day: Day, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { timeZone: 'UTC', weekday: 'long' }).format(Date.parse(day));

/** For example `23. november`. */
export const dateInWords = (day: Day, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(Date.parse(day));
