/** Separators that people use: any dash, a dot, a slash, a colon, an underscore. */
const SIGN = '[.:/_\\p{Pd}\\u2212]';
/** The last four digits, also written as two pairs. */
const LAST = '(\\d\\d)[ _]?(\\d\\d)(?!\\d|[ _]\\d\\d(?!\\d))';
/** A longer row of pairs is telephone numbers. */
const FIRST = '(?<![\\d+])(?<!(?<!\\d)\\d\\d[ _])';

/**
 * Day, month, two digits of the year, and four digits: `010190-1234`, `0101901234`, `01.01.90-1234`, `01 01 90 12 34`.
 * After six digits without separators, one or two separators, blanks and a new line may follow. A date with separators
 * also occurs before times and sums, so less may follow it: `01.12.26: 1400 kr.` and `01/12/26 12:30` do not match.
 * Some write the whole year, `01011990-1234`; a dash must follow then, and the year must be the one that the number
 * means.
 */
const SPELLINGS = [
  new RegExp(`${FIRST}(\\d\\d)(\\d\\d)(\\d\\d)\\s{0,2}${SIGN}{0,2}\\s{0,2}${LAST}`, 'gu'),
  new RegExp(
    `${FIRST}(\\d\\d)([ ./:_\\p{Pd}\\u2212])(\\d\\d)\\2(\\d\\d)(?: ?[./_\\p{Pd}\\u2212]? ?|:|[\\p{Pd}\\u2212]\\n)${LAST}`,
    'gu',
  ),
  new RegExp(
    `${FIRST}(\\d\\d)([./_\\p{Pd}\\u2212]?)(\\d\\d)\\2(?=(\\d{4}))\\d\\d(\\d\\d) ?[/\\p{Pd}\\u2212] ?${LAST}`,
    'gu',
  ),
];

const TWENTIETH = 1900;
const TWENTY_FIRST = 2000;
const NO_ONE_ALIVE = 1800;

/**
 * The century of a year, which depends on the seventh digit. Source: CPR-kontoret, "Personnummeret i CPR-systemet", the
 * table of positions 5 to 7; cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret.
 */
function centuryOf(year: number, seventh: number): number {
  if (seventh <= 3) return TWENTIETH;
  if (seventh === 4 || seventh === 9) return year <= 36 ? TWENTY_FIRST : TWENTIETH;
  return year <= 57 ? TWENTY_FIRST : NO_ONE_ALIVE;
}

/**
 * Someone without a CPR number gets a temporary one, with 60 added to the day (CPR-kontoret,
 * "erstatningspersonnummer").
 */
const REPLACED = 60;

function isBirthday(day: number, month: number, { year, seventh }: { year: number; seventh: number }): boolean {
  const century = centuryOf(year, seventh);
  // Born before 1900: nobody alive has such a number, so it is some other number.
  if (century === NO_ONE_ALIVE) return false;
  const date = new Date(Date.UTC(century + year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function yearOf(digits: string): number {
  const [year, seventh] = [Number(digits.slice(4, 6)), Number(digits[6])];
  return centuryOf(year, seventh) + year;
}

/**
 * The parts of a text that look like CPR numbers, each as its ten digits, also with full-width digits or invisible
 * characters in between. Such a number contains a real date. The check digit (modulus 11) is not tested, since numbers
 * without it have been issued since 1 October 2007 (CPR-kontoret, "Personnumre uden kontrolciffer"). About one in
 * thirty ten-digit numbers looks like a CPR number; telephone numbers (eight digits, or with a plus) and dates do not.
 */
export function cprLike(text: string): string[] {
  const plain = text.replace(/\p{Cf}/gu, '').normalize('NFKC');
  const found = SPELLINGS.flatMap((spelling) => [...plain.matchAll(spelling)]).flatMap(([whole, ...parts]) => {
    const digits = parts.filter((part) => /^\d\d$/.test(part)).join('');
    const year = parts.find((part) => /^\d{4}$/.test(part));
    const meansIt = year === undefined || yearOf(digits) === Number(year);
    return meansIt && isNumber(digits, /^\d{10}$/.test(whole)) ? [digits] : [];
  });
  return [...new Set(found)];
}

/**
 * Temporary numbers are not looked for in ten digits without separators, as that would match another thirtieth of all
 * numbers.
 */
function isNumber(digits: string, isOnePiece: boolean): boolean {
  const [day = 0, month = 0, year = 0] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)));
  const birth = day > REPLACED && !isOnePiece ? day - REPLACED : day;
  return isBirthday(birth, month, { year, seventh: Number(digits[6]) });
}
