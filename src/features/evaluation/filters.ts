import type { Course } from '../../content/course.ts';
import type { Wave } from '../../domain/surveyDates.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import type { RoomAnswers } from './roomAnswers.ts';
import { waves } from './waves.ts';

/** The viewer's choice; empty for all. */
export interface Filters {
  room: string;
  wave: Wave | '';
  rhythm: string;
  period: string;
}

/** Field names in addresses. */
const names = { room: 'hold', wave: 'maaling', rhythm: 'forloeb', period: 'periode' } as const;
/** The rhythm with one module a week has no id in the course, and an empty value means no choice. */
const WEEKLY = 'ugentlig';

/** The filters in an address; unknown or repeated values are ignored. */
export function filtersIn(query: Record<string, unknown>): Filters {
  const one = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const wave = waves.find((each) => each === one(names.wave)) ?? '';
  return { room: one(names.room), wave, rhythm: one(names.rhythm), period: one(names.period) };
}

/** Ids of the matching rooms. */
export function chosenBy({ room, rhythm, period }: Filters, rooms: readonly RoomAnswers[]): Set<string> {
  const fits = (one: RoomAnswers) =>
    (room === '' || one.pseudonym === room) &&
    (rhythm === '' || (one.rhythm || WEEKLY) === rhythm) &&
    (period === '' || one.period === period);
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

/** The form's fields, in the shape that `views/evaluation/page.hbs` takes; a field without a choice is left out. */
export function filterFields({ filters, course, rooms, language }: FilterInput) {
  const text = texts[language].evaluation;
  const { surveys = [] } = course;
  const periods = [...new Set(rooms.map(({ period }) => period))].sort();
  const rhythms = [...new Set(rooms.map(({ rhythm }) => rhythm))].sort();
  const titleOf = (rhythm: string) => course.variants.find(({ id }) => id === rhythm)?.title ?? rhythm;
  const inWords = (period: string) => text.filter.halfYear(period.slice(0, 4), period.slice(5));
  const choices: Record<keyof Filters, Choice[]> = {
    room: rooms.map(({ pseudonym, period }) => ({ value: pseudonym, label: `${pseudonym} (${inWords(period)})` })),
    wave: waves
      .filter((wave) => surveys.some((survey) => survey.wave === wave))
      .map((wave) => ({ value: wave, label: text.waves[wave] })),
    rhythm: rhythms.map((rhythm) => ({
      value: rhythm || WEEKLY,
      label: rhythm === '' ? text.filter.weekly : titleOf(rhythm),
    })),
    period: periods.map((period) => ({ value: period, label: inWords(period) })),
  };
  return (['room', 'rhythm', 'period', 'wave'] as const)
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

/** The same choice for another address. */
export function queryOf(filters: Filters): string {
  const given = (['room', 'wave', 'rhythm', 'period'] as const).filter((field) => filters[field] !== '');
  const query = new URLSearchParams(given.map((field): [string, string] => [names[field], filters[field]])).toString();
  return query === '' ? '' : `?${query}`;
}
