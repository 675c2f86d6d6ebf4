import { csv, csvFile } from '../../../files/csv.ts';
import type { ReportSection } from './figure.ts';

const header = [
  'section',
  'figure',
  'title',
  'kind',
  'label',
  'n',
  'count',
  'percent',
  'mean',
  'low',
  'high',
  'effect',
];

/** Every figure of the report as rows, for programs: comma, decimal point. */
export function reportCsv(sections: readonly ReportSection[]): string {
  return csv(rowsOf(sections));
}

/** The same for a Danish spreadsheet: semicolons, decimal commas, a mark of UTF-8. */
export function reportSheet(sections: readonly ReportSection[]): string {
  return csvFile(rowsOf(sections));
}

export function reportJson(sections: readonly ReportSection[]): object {
  return {
    sections: sections.map(({ id, title, notes, figures }) => ({
      ...{ id, title, notes },
      figures: figures.map((figure) => ({
        ...{ id: figure.id, title: figure.title, kind: figure.kind, n: figure.n ?? null, sentences: figure.sentences },
        parts: figure.parts.map((part) => ({
          label: part.label,
          n: part.n ?? figure.n ?? null,
          count: part.count ?? null,
          percent: part.mean === undefined ? rounded(part.share * 100) : null,
          mean: rounded(part.mean),
          interval_95: part.interval ? [rounded(part.interval.low), rounded(part.interval.high)] : null,
          effect_size: rounded(part.effect),
        })),
      })),
    })),
  };
}

function rowsOf(sections: readonly ReportSection[]): (string | number)[][] {
  const lines = sections.flatMap((section) =>
    section.figures.flatMap((figure) =>
      figure.parts.map((part) => [
        ...[section.id, figure.id, figure.title, figure.kind, part.label],
        part.n ?? figure.n ?? '',
        part.count ?? '',
        part.mean === undefined ? (rounded(part.share * 100) ?? '') : '',
        rounded(part.mean) ?? '',
        rounded(part.interval?.low) ?? '',
        rounded(part.interval?.high) ?? '',
        rounded(part.effect) ?? '',
      ]),
    ),
  );
  return [header, ...lines];
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toFixed(2));
}
