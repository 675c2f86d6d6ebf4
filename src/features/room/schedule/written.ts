import { isDay, isTime, weekdayOf, weekdays, type Day, type Weekday } from '../../../domain/week.ts';

/**
 * Parses dates, times, weekdays and links, as people write them and as spreadsheets, mail programs and phones copy
 * them, in Danish and English. Nothing is guessed: uncertain text gives undefined.
 */

/** Removes invisible marks that other programs add. */
export function withoutUnseen(text: string): string {
  return text.replace(/\p{Cf}/gu, '').trim();
}

/** Also replaces every kind of space and dash by a plain one. */
export function plainly(text: string): string {
  return withoutUnseen(text)
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ');
}

const LONGEST_DATE = 60;
const MIDNIGHT = /[ T]00[.:]00(?:[.:]00)?$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{4}|\d{2})$/;
const IN_WORDS = /^(\d{1,2})(?:st|nd|rd|th)?[. -]*(\p{L}{3,})[., -]*(\d{4}|\d{2})$/u;
const MONTH_FIRST = /^(\p{L}{3,})[. ]*(\d{1,2})(?:st|nd|rd|th)?[., ]+(\d{4}|\d{2})$/u;
const WITH_WEEKDAY = /^(\p{L}{3,})\.?,? (?:den |d\. ?|the )?(?=\d|\p{L}{3})(.*)$/u;

/** `7.12.2026`, `7/12-26`, `2026-12-07`, `mandag d. 7. december 2026`, `7 Dec 2026`, `December 7th, 2026`. */
export function parseDay(written: string): Day | undefined {
  const text = plainly(written.slice(0, LONGEST_DATE)).toLowerCase().replace(MIDNIGHT, '');
  const [, name = '', rest = ''] = WITH_WEEKDAY.exec(text) ?? [];
  const weekday = weekdayNamed(name);
  if (weekday === undefined) return parseDate(text.replace(/^(?:den |d\. ?|the )/, ''));
  const day = parseDate(rest);
  // If the weekday does not match, one of the two is a mistake.
  return day !== undefined && weekdayOf(day) === weekday ? day : undefined;
}

function parseDate(text: string): Day | undefined {
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(text) ?? [];
  if (year) return dayFrom(year, month, day);
  const first = DAY_FIRST.exec(text);
  if (first) return dayFrom(first[3], first[2], first[1]);
  const words = IN_WORDS.exec(text);
  if (words) return dayFrom(words[3], monthNamed(words[2]), words[1]);
  const english = MONTH_FIRST.exec(text);
  return english ? dayFrom(english[3], monthNamed(english[1]), english[2]) : undefined;
}

/** A two-digit year is in this century. */
function dayFrom(year = '', month = '', day = ''): Day | undefined {
  const written = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}

const months = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'january february march april may june july august september october november december'.split(' '),
};
const days = {
  da: 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' '),
  en: 'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
};

/** Position of the name that begins with this text, from 1; three letters are enough. */
function indexIn(names: { da: string[]; en: string[] }, begun: string): number {
  return begun.length < 3
    ? 0
    : 1 + Math.max(...Object.values(names).map((all) => all.findIndex((one) => one.startsWith(begun))));
}

function monthNamed(name = ''): string {
  return String(name === 'sept' ? 9 : indexIn(months, name));
}

/** A weekday by name, in full or shortened to at least three letters, with or without a full stop. */
export function weekdayNamed(written: string): Weekday | undefined {
  const at = indexIn(days, plainly(written).toLowerCase().replace(/\.$/, ''));
  return weekdays.find((one) => one === at);
}

/** As sent by a browser's time field, or as people write it: `10.00`, `kl. 10.00`, `9:30`, `10`, `2 pm`. */
export function parseTime(written: string): string | undefined {
  const text = plainly(written).toLowerCase();
  const parts = /^(?:kl\.?|klokken|at)? ?(\d{1,2})(?:[.:, ](\d{2}))?(?:[.:]\d{2})? ?(am|pm|a\.m\.|p\.m\.)?$/.exec(text);
  const [, hours = '', minutes = '00', half = ''] = parts ?? [];
  if (half !== '' && (Number(hours) < 1 || Number(hours) > 12)) return undefined;
  const hour = half === '' ? hours : String((Number(hours) % 12) + (half.startsWith('p') ? 12 : 0));
  const time = `${hour.padStart(2, '0')}:${minutes}`;
  return hours !== '' && isTime(time) ? time : undefined;
}

const LONGEST_LINK = 1000;

/**
 * An https address without a user name or password; empty if none is given. Text beginning with `www.` counts as one.
 */
export function parseLink(written: string): string | undefined {
  const given = withoutUnseen(written);
  if (given === '') return '';
  const text = /^www\./i.test(given) ? `https://${given}` : given;
  if (!/^https:\/\//i.test(text) || text.length > LONGEST_LINK || !URL.canParse(text)) return undefined;
  const { href, hostname, username, password } = new URL(text);
  return hostname.includes('.') && username === '' && password === '' ? href : undefined;
}
