import type { Language } from '../../../domain/viewer.ts';
import { numberOf } from './drawing.ts';
import type { ReportSection } from './figure.ts';
import { tablesOf } from './tables.ts';
import { texts } from '../../../text/texts.ts';

export interface ReportPageInput {
  sections: readonly ReportSection[];
  /** The base of the report's addresses, and the query with the chosen classes. */
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
    sections: sections.map((section) => {
      const tables = tablesOf(section, language);
      return {
        ...section,
        tables,
        // The summary comes first; on a phone, the numbers behind it are one press away.
        sentences: tables.flatMap(({ sentences }) => sentences),
        gist: gistOf(section, language),
        drawings: section.figures.map(({ id, title }) => ({ id, title, svg: at(`/${id}.svg`) })),
      };
    }),
  };
}

/** The means in one line, for phones; empty if there are none. */
function gistOf({ figures }: ReportSection, language: Language): string {
  const means = figures.find(({ kind }) => kind === 'means');
  const said = means?.parts.map((part) => `${part.label}: ${numberOf(part, language, means.kind)}`) ?? [];
  return said.length === 0 ? '' : texts[language].evaluation.report.gist(said.join('. '));
}
