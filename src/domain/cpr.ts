/** Signs that people put between the parts: any dash, a dot, a slash, a colon, a line below. */
const SIGN = '[.:/_\\p{Pd}\\u2212]';
/** The last four digits, also as two pairs. */
const LAST = '(\\d\\d)[ _]?(\\d\\d)(?!\\d|[ _]\\d\\d(?!\\d))';
/** A row of more pairs is telephone numbers. */
const FIRST = '(?<![\\d+])(?<!(?<!\\d)\\d\\d[ _])';

/**
 * Day, month and two digits of the year, and four digits: `010190-1234`, `0101901234`, `01.01.90-1234`, `01 01 90 12 34`.
 * After six digits in one piece may come a sign or two, blanks and a new line. A date with signs of its own is also written
 * before times and sums, so less may come after it: `01.12.26: 1400 kr.` and `01/12/26 12:30` are none.
 */
const SPELLINGS = [
  new RegExp(`${FIRST}(\\d\\d)(\\d\\d)(\\d\\d)\\s{0,2}${SIGN}{0,2}\\s{0,2}${LAST}`, 'gu'),
  new RegExp(
    `${FIRST}(\\d\\d)([ ./:_\\p{Pd}\\u2212])(\\d\\d)\\2(\\d\\d)(?: ?[./_\\p{Pd}\\u2212]? ?|:|[\\p{Pd}\\u2212]\\n)${LAST}`,
    'gu',
  ),
];

const TWENTIETH = 1900;
const TWENTY_FIRST = 2000;
const NO_ONE_ALIVE = 1800;

/**
 * The century that the seventh digit gives to a year. Source: CPR-kontoret, "Personnummeret i
 * CPR-systemet", the table of positions 5 to 7; cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret.
 */
function centuryOf(year: number, seventh: number): number {
  if (seventh <= 3) return TWENTIETH;
  if (seventh === 4 || seventh === 9) return year <= 36 ? TWENTY_FIRST : TWENTIETH;
  return year <= 57 ? TWENTY_FIRST : NO_ONE_ALIVE;
}

/** Someone without a number of their own gets one for the time being, with 60 added to the day (CPR-kontoret, "erstatningspersonnummer"). */
const REPLACED = 60;

function isBirthday(day: number, month: number, { year, seventh }: { year: number; seventh: number }): boolean {
  const century = centuryOf(year, seventh);
  // Born before 1900: a number that no one has any more is some other number.
  if (century === NO_ONE_ALIVE) return false;
  const date = new Date(Date.UTC(century + year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * What in a text looks like a CPR number, each as its ten digits, however wide the digits and whatever lies unseen between
 * them. Such a number holds a real date; the check digit (modulus 11) is not asked for, since numbers without it have been
 * given out since 1 October 2007 (CPR-kontoret, "Personnumre uden kontrolciffer"). About one of thirty numbers of ten digits
 * looks like one; telephone numbers (eight digits, or with a plus) and dates with four digits of the year do not.
 */
export function cprLike(text: string): string[] {
  const plain = text.replace(/\p{Cf}/gu, '').normalize('NFKC');
  const found = SPELLINGS.flatMap((spelling) => [...plain.matchAll(spelling)]).flatMap(([whole, ...parts]) => {
    const digits = parts.filter((part) => /^\d\d$/.test(part)).join('');
    return isNumber(digits, /^\d{10}$/.test(whole)) ? [digits] : [];
  });
  return [...new Set(found)];
}

/** In ten digits in one piece a replaced day is not looked for: every thirtieth more would be asked about. */
function isNumber(digits: string, isOnePiece: boolean): boolean {
  const [day = 0, month = 0, year = 0] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)));
  const birth = day > REPLACED && !isOnePiece ? day - REPLACED : day;
  return isBirthday(birth, month, { year, seventh: Number(digits[6]) });
}
