/**
 * Day, month, two digits of the year, and four digits: `010190-1234`, `0101901234`, `010190 1234`, `01.01.90-1234`. Between
 * the parts there may be any dash, a dot, a slash or a blank. Nothing but other digits, or a plus before (a telephone
 * number), keeps such a group from being one.
 */
const GROUPS =
  /(?<![\d+])(?:(\d\d)(\d\d)(\d\d)|(\d\d)[ \u00a0./\p{Pd}\u2212](\d\d)[ \u00a0./\p{Pd}\u2212](\d\d))[ \u00a0\u00ad]?[.\p{Pd}\u2212]?[ \u00a0]?(\d{4})(?!\d)/gu;

const TWENTIETH = 1900;
const TWENTY_FIRST = 2000;
const NO_ONE_ALIVE = 1800;

/**
 * The century that the seventh digit gives to a year. Source: CPR-kontoret, "Personnummeret i
 * CPR-systemet", the table of positions 5 to 7; cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret.
 */
const centuryOf = (year: number, seventh: number): number => {
  if (seventh <= 3) return TWENTIETH;
  if (seventh === 4 || seventh === 9) return year <= 36 ? TWENTY_FIRST : TWENTIETH;
  return year <= 57 ? TWENTY_FIRST : NO_ONE_ALIVE;
};

const isBirthday = (day: number, month: number, { year, seventh }: { year: number; seventh: number }): boolean => {
  const century = centuryOf(year, seventh);
  // Born before 1900: a number that no one has any more is some other number.
  if (century === NO_ONE_ALIVE) return false;
  const date = new Date(Date.UTC(century + year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * What in a text looks like a CPR number, each as its ten digits. Such a number holds a real date; the check digit
 * (modulus 11) is not asked for, since numbers without it have been given out since 1 October 2007 (CPR-kontoret, "Personnumre
 * uden kontrolciffer"). About one of thirty numbers of ten digits looks like one; telephone numbers (eight digits, or with a
 * plus) and dates with four digits of the year do not.
 */
export const cprLike = (text: string): string[] => {
  const found = [...text.matchAll(GROUPS)].flatMap((match) => {
    const [day = '', month = '', year = '', rest = ''] = match.slice(1).filter(Boolean);
    const isOne = isBirthday(Number(day), Number(month), { year: Number(year), seventh: Number(rest[0]) });
    return isOne ? [day + month + year + rest] : [];
  });
  return [...new Set(found)];
};
