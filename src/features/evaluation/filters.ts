import type { Course } from '../../content/course.ts';
import type { Wave } from '../../domain/surveyDates.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import type { RoomAnswers } from './roomAnswers.ts';
import { waves } from './waves.ts';

/** The viewer's choice; empty for all. */
export interface Filters {
  /** Pseudonyms of classes; empty for all. */
  rooms: readonly string[];
  wave: Wave | '';
  rhythm: string;
  period: string;
  municipality: string;
}

/** Field names in addresses. */
const names = {
  rooms: 'hold',
  wave: 'maaling',
  rhythm: 'forloeb',
  period: 'periode',
  municipality: 'kommune',
} as const;
/** The rhythm with one module a week has no id in the course, and an empty value means no choice. */
const WEEKLY = 'ugentlig';
/** The value for classes without a municipality. */
const UNKNOWN = 'ukendt';

/** The filters in an address; unknown or repeated values are ignored. */
export function filtersIn(query: Record<string, unknown>): Filters {
  const one = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const wave = waves.find((each) => each === one(names.wave)) ?? '';
  return {
    rooms: severalIn(query[names.rooms]),
    wave,
    rhythm: one(names.rhythm),
    period: one(names.period),
    municipality: one(names.municipality),
  };
}

/** More classes than this are never in a list that a person has chosen from. */
const MOST_ROOMS = 500;

function severalIn(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string' && one !== '').slice(0, MOST_ROOMS);
}

/** Ids of the matching rooms. */
export function chosenBy(
  { rooms: asked, rhythm, period, municipality }: Filters,
  rooms: readonly RoomAnswers[],
): Set<string> {
  const fits = (one: RoomAnswers) =>
    (asked.length === 0 || asked.includes(one.pseudonym)) &&
    (rhythm === '' || (one.rhythm || WEEKLY) === rhythm) &&
    (period === '' || one.period === period) &&
    (municipality === '' || (one.municipality || UNKNOWN) === municipality);
  return new Set(rooms.filter(fits).map(({ id }) => id));
}

export interface FilterInput {
  filters: Filters;
  course: Course;
  /** The rooms to choose from; a single one gives no choice. */
  rooms: readonly RoomAnswers[];
  language: Language;
}

interface Choice {
  value: string;
  label: string;
}

const singles = ['municipality', 'rhythm', 'period', 'wave'] as const;
type Single = (typeof singles)[number];

/** The classes to choose among, any number of them; empty if there is no choice. */
export function roomChoices({ filters, rooms, language }: Omit<FilterInput, 'course'>) {
  const text = texts[language].evaluation.filter;
  if (rooms.length < 2) return [];
  return rooms.map(({ pseudonym, period }, index) => ({
    inputId: `hold-${index + 1}`,
    name: names.rooms,
    value: pseudonym,
    label: `${pseudonym} (${text.halfYear(period.slice(0, 4), period.slice(5))})`,
    checked: filters.rooms.includes(pseudonym),
  }));
}

/** The form's fields, in the shape that `views/evaluation/page.hbs` takes; a field without a choice is left out. */
export function filterFields({ filters, course, rooms, language }: FilterInput) {
  const text = texts[language].evaluation;
  const { surveys = [] } = course;
  const periods = [...new Set(rooms.map(({ period }) => period))].sort();
  const rhythms = [...new Set(rooms.map(({ rhythm }) => rhythm))].sort();
  const municipalities = [...new Set(rooms.map(({ municipality }) => municipality))].toSorted(inDanish);
  const titleOf = (rhythm: string) => course.variants.find(({ id }) => id === rhythm)?.title ?? rhythm;
  const inWords = (period: string) => text.filter.halfYear(period.slice(0, 4), period.slice(5));
  const choices: Record<Single, Choice[]> = {
    wave: waves
      .filter((wave) => surveys.some((survey) => survey.wave === wave))
      .map((wave) => ({ value: wave, label: text.waves[wave] })),
    rhythm: rhythms.map((rhythm) => ({
      value: rhythm || WEEKLY,
      label: rhythm === '' ? text.filter.weekly : titleOf(rhythm),
    })),
    municipality: municipalities.map((name) => ({
      value: name || UNKNOWN,
      label: name === '' ? text.filter.noMunicipality : name,
    })),
    period: periods.map((period) => ({ value: period, label: inWords(period) })),
  };
  return singles
    .filter((field) => choices[field].length > 1)
    .map((field) => ({
      inputId: names[field],
      name: names[field],
      ask: text.filter[field],
      options: [{ value: '', label: text.filter.all }, ...choices[field]].map((choice) => ({
        ...choice,
        selected: choice.value === filters[field],
      })),
    }));
}

/** Sorted by name, nameless last. */
export function inDanish(one: string, other: string): number {
  return one === '' || other === '' ? other.length - one.length : one.localeCompare(other, 'da');
}

/** The same choice as a query string, for another address. */
export function queryOf(filters: Filters): string {
  const given = singles.filter((field) => filters[field] !== '');
  const query = new URLSearchParams([
    ...filters.rooms.map((room): [string, string] => [names.rooms, room]),
    ...given.map((field): [string, string] => [names[field], filters[field]]),
  ]).toString();
  return query === '' ? '' : `?${query}`;
}
