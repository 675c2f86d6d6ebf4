import type { SurveyActivity } from '../../content/course.ts';
import type { Wave } from '../../domain/surveyDates.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { inWaveOrder } from './figures.ts';
import { groupsBySize } from './disclosure/groups.ts';
import { inNumbers } from './numbers.ts';
import type { RoomAnswers } from './roomAnswers.ts';

interface ClassRatesInput {
  surveys: readonly SurveyActivity[];
  /** All rooms that the viewer may see: they decide what may be shown, whatever is chosen. */
  rooms: readonly RoomAnswers[];
  chosen: ReadonlySet<string>;
  /** The only wave to show; default: all. */
  wave: Wave | undefined;
  language: Language;
}

/**
 * Response rates of the chosen classes, side by side. Each row is a group of at least five participants: one class, or
 * several small ones. Every other rate is a sum of whole groups, so no subtraction leaves fewer people.
 */
export function classRates({ surveys, rooms, chosen, wave, language }: ClassRatesInput) {
  const text = texts[language].evaluation.rates;
  const asked = inWaveOrder(surveys).filter((survey) => wave === undefined || survey.wave === wave);
  const groups = groupsBySize(rooms, ({ participants }) => participants)
    .filter((group) => group.every((id) => chosen.has(id)))
    .map((group) => rooms.filter(({ id }) => group.includes(id)));
  const shown = new Set(groups.flat().map(({ id }) => id));
  const isPart = rooms.some(({ id, participants }) => chosen.has(id) && participants > 0 && !shown.has(id));
  return {
    surveys: asked.map(({ title }) => title),
    rows: groups.map((group) => ({
      name: group.map(({ pseudonym }) => pseudonym).join(', '),
      cells: asked.map(({ id }) => rateOf(group, id, language)),
    })),
    part: isPart ? text.someClasses : '',
  };
}

function rateOf(group: readonly RoomAnswers[], survey: string, language: Language): string {
  const of = group.reduce((sum, { participants }) => sum + participants, 0);
  const answered = group.reduce((sum, room) => sum + (room.answered.get(survey) ?? 0), 0);
  return texts[language].evaluation.rates.ofClass(answered, of, inNumbers(language).percent(answered / of));
}
