/**
 * Facts about a participant from the LMS's custom parameters `kommune`, `koen` and `foedselsaar`, for the
 * municipality's statement and the evaluator's figures. Each is absent if the LMS does not send it.
 */
export interface Background {
  municipality?: string;
  sex?: Sex;
  birthYear?: number;
}

const sexes = ['kvinde', 'mand', 'andet'] as const;
type Sex = (typeof sexes)[number];

/** The age groups of reports, each by its lowest age. */
const ageGroups = [18, 20, 25, 30, 35, 40, 45, 50, 55, 60] as const;

const FIRST_YEAR = 1900;
const LONGEST_NAME = 60;
const female = /^(?:k|kvinde|f|female|woman)$/i;
const male = /^(?:m|mand|male|man)$/i;

/** Parses the values in whatever form an LMS writes them; unreadable ones are left out. Undefined if none is left. */
export function backgroundOf(given: { municipality: string; sex: string; birthYear: string }): Background | undefined {
  const municipality = municipalityNamed(given.municipality);
  const sex = sexOf(given.sex.trim());
  const birthYear = /^\d{4}$/.test(given.birthYear.trim()) ? Number(given.birthYear) : 0;
  const read: Background = {
    ...(municipality !== '' && { municipality }),
    ...(sex && { sex }),
    ...(birthYear >= FIRST_YEAR && birthYear <= FIRST_YEAR + 200 && { birthYear }),
  };
  return Object.keys(read).length > 0 ? read : undefined;
}

/**
 * A municipality's name in one spelling: `Køge` for ` Køge  Kommune`. It begins with a letter, since a spreadsheet that
 * opens the evaluator's rows would run what begins with `=`.
 */
export function municipalityNamed(written: string): string {
  const words = written
    .replace(/^[^\p{L}]+/u, '')
    .trim()
    .replace(/\s+/g, ' ');
  return words.replace(/ kommune$/i, '').slice(0, LONGEST_NAME);
}

function sexOf(text: string): Sex | undefined {
  if (female.test(text)) return 'kvinde';
  if (male.test(text)) return 'mand';
  return sexes.find((sex) => sex === text.toLowerCase());
}

/** The age group in a year, for example `30-34`; empty if the year of birth is not known. */
export function ageGroupIn(year: number, { birthYear }: Background): string {
  if (birthYear === undefined) return '';
  const age = year - birthYear;
  const from = ageGroups.findLast((low) => low <= age);
  if (from === undefined) return `0-${ageGroups[0] - 1}`;
  const next = ageGroups[ageGroups.indexOf(from) + 1];
  return next === undefined ? `${from}+` : `${from}-${next - 1}`;
}
