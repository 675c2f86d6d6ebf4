import type { Language } from '../../../domain/viewer.ts';
import { inNumbers } from '../numbers.ts';
import { numberOf } from './drawing.ts';
import type { Part, ReportFigure, ReportSection } from './figure.ts';

/** The section's figures as tables, in the shape that `views/partials/evaluation/reportTable.hbs` takes. */
export function tablesOf({ title, figures }: ReportSection, language: Language) {
  return besideEachOther(figures).map((same) => tableOf(same, title, language));
}

type Figures = readonly [ReportFigure, ...ReportFigure[]];

/** Figures of the same question at different times share a table. */
function besideEachOther(figures: readonly ReportFigure[]): Figures[] {
  const found: [ReportFigure, ...ReportFigure[]][] = [];
  for (const figure of figures) {
    const last = found.at(-1);
    if (last && areAlike(last[0], figure)) last.push(figure);
    else found.push([figure]);
  }
  return found;
}

function areAlike({ beside, parts }: ReportFigure, other: ReportFigure): boolean {
  const labels = (all: readonly Part[]) => JSON.stringify(all.map(({ label }) => label));
  return beside !== undefined && beside.title === other.beside?.title && labels(parts) === labels(other.parts);
}

function tableOf(same: Figures, heading: string, language: Language) {
  const [first] = same;
  const { range, two } = inNumbers(language);
  const isOne = same.length === 1;
  return {
    id: first.id,
    ...captionOf(isOne ? first.title : (first.beside?.title ?? ''), heading),
    columns: same.map(({ n, beside }) => ({
      name: isOne ? '' : beside?.name,
      n: n === undefined ? '' : `n = ${n}`,
    })),
    rows: first.parts.map(({ label, mean, interval, effect }, index) => ({
      label,
      cells: same.map((figure) => cellOf(figure, index, language)),
      interval: mean === undefined ? '' : range(interval),
      effect: effect === undefined ? '' : two(effect).replace('-', '−'),
    })),
    hasIntervals: first.kind !== 'counts',
    hasEffects: first.kind === 'changes',
    sentences: first.sentences,
  };
}

function cellOf({ parts, kind }: ReportFigure, index: number, language: Language) {
  const part = parts[index];
  if (!part) return { number: '', width: 0 };
  const width = Math.round(Math.min(1, Math.max(0, part.share)) * 1000) / 10;
  return { number: numberOf(part, language, kind), width };
}

/** A table's title, and the part of it that the heading above already says. */
function captionOf(title: string, heading: string): { short: string; again: string } {
  if (title === heading) return { short: '', again: title };
  const again = `: ${heading}`;
  return title.endsWith(again) ? { short: title.slice(0, -again.length), again } : { short: title, again: '' };
}
