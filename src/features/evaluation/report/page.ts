import type { Language } from '../../../domain/viewer.ts';
import { inNumbers } from '../numbers.ts';
import { numberOf } from './drawing.ts';
import type { ReportFigure, ReportSection } from './figure.ts';
import { texts } from '../../../text/texts.ts';

export interface ReportPageInput {
  sections: readonly ReportSection[];
  /** Where the report's own addresses are, and the choice of classes that they keep. */
  place: { path: string; query: string };
  language: Language;
}

/** The report in the shape that `views/evaluation/report.hbs` takes. */
export function reportPage({ sections, place, language }: ReportPageInput) {
  const { report } = texts[language].evaluation;
  const at = (file: string) => `${place.path}${file}${place.query}`;
  return {
    title: report.title,
    wide: true,
    files: [
      { href: at('.csv'), label: report.files.csv },
      { href: at('-regneark.csv'), label: report.files.sheet },
      { href: at('.json'), label: report.files.json },
    ],
    sections: sections.map((section) => ({
      ...section,
      figures: section.figures.map((figure) => ({ ...figureShown(figure, language), svg: at(`/${figure.id}.svg`) })),
    })),
  };
}

function figureShown(figure: ReportFigure, language: Language) {
  const { range, two } = inNumbers(language);
  return {
    ...figure,
    captionN: figure.n === undefined ? '' : `n = ${figure.n}`,
    parts: figure.parts.map((part) => ({
      label: part.label,
      width: Math.round(Math.min(1, Math.max(0, part.share)) * 1000) / 10,
      number: numberOf(part, language, figure.kind),
      interval: part.mean === undefined ? '' : range(part.interval),
      effect: part.effect === undefined ? '' : two(part.effect),
    })),
    hasIntervals: figure.kind !== 'counts',
    hasEffects: figure.kind === 'changes',
  };
}
