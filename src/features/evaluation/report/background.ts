import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import type { DataRow } from '../rows/readRows.ts';
import { figureOf } from './activityFigures.ts';
import type { ReportSection } from './figure.ts';

const fields = [
  ['municipality', 'kommune'],
  ['sex', 'koen'],
  ['ageGroup', 'alder'],
] as const;

/** Municipality, sex and age of the people in the evaluator's rows, no more detailed than the rows themselves. */
export function backgroundSection(rows: readonly DataRow[], language: Language): ReportSection {
  const text = texts[language].evaluation.report;
  const people = [...new Map(rows.map((row) => [row.person, row])).values()];
  const figures = fields.map(([field, id]) => {
    const counts = [...Map.groupBy(people, (row) => row[field])].map(([value, all]) => ({
      label: value === '' ? text.unknown : value,
      count: all.length,
    }));
    const sorted = counts.toSorted((one, other) => one.label.localeCompare(other.label, 'da', { numeric: true }));
    return figureOf({ id, title: text.by[field], n: people.length }, sorted);
  });
  const isKnown = rows.some(({ municipality, sex, ageGroup }) => municipality + sex + ageGroup !== '');
  return {
    id: 'baggrund',
    title: text.background,
    notes: [isKnown ? text.backgroundNote : text.noBackground],
    figures: isKnown ? figures : [],
  };
}
