import { csv, csvFile } from '../../files/csv.ts';
import type { Evaluation, WaveFigure } from './figures.ts';
import type { Interval } from './statistics.ts';

/** Whether the counts of figures that are not shown are given: evaluators must not learn how few answers there are. */
export type TellsFew = boolean;

export interface FilePart extends Pick<Evaluation, 'figures'> {
  /** The room, or all rooms: the first column; default: no such column. */
  room?: string;
}

/** The figures as a file (contract): UTF-8, comma, header row, means with two decimals and a decimal point. */
export function csvOf(parts: readonly FilePart[], tellsFew: TellsFew): string {
  return csv(rowsOf(parts, tellsFew).map((row) => row.map(pointed)));
}

/** The same for a Danish spreadsheet, which would put the other file into one column and read 3.05 as a date. */
export function sheetOf(parts: readonly FilePart[], tellsFew: TellsFew): string {
  return csvFile(
    rowsOf(parts, tellsFew).map((row) => row.map((cell) => (typeof cell === 'object' ? Number(pointed(cell)) : cell))),
  );
}

/** A number that is shown with two decimals. */
interface Mean {
  value: number;
}
type Cell = string | number | Mean;

function pointed(cell: Cell): string {
  return typeof cell === 'object' ? cell.value.toFixed(2) : String(cell);
}

function rowsOf(parts: readonly FilePart[], tellsFew: TellsFew): Cell[][] {
  const all = parts.flatMap(({ figures }) => figures);
  const most = Math.max(5, ...all.map(({ question }) => question.options.length));
  const places = Array.from({ length: most }, (_, index) => index);
  const hasRoom = parts.some(({ room }) => room !== undefined);
  const header = ['survey', 'wave', 'question', 'n', 'mean', ...places.map((place) => `option_${place + 1}`)];
  const lines = parts.flatMap(({ room, figures }) =>
    figures.map((figure) => [
      ...(hasRoom ? [room ?? ''] : []),
      ...[figure.survey.id, figure.survey.wave, figure.question.id],
      numberOf(figure, tellsFew) ?? '',
      figure.shown?.mean === undefined ? '' : { value: figure.shown.mean },
      ...places.map((place) => figure.shown?.counts[place] ?? ''),
    ]),
  );
  return [[...(hasRoom ? ['room'] : []), ...header], ...lines];
}

/** The number of answers behind the figure; if the figure is not shown, the number only for people who may know it. */
function numberOf({ shown, answered }: WaveFigure, tellsFew: TellsFew): number | undefined {
  return shown ? shown.n : tellsFew || answered === 0 ? answered : undefined;
}

/** The figures, the changes and the response rates for a program; every number rounded as in the page's tables. */
export function jsonOf({ rates, figures, changes }: Evaluation, tellsFew: TellsFew): object {
  return {
    responses: rates.map(({ survey, shown, isPart }) => ({
      survey: survey.id,
      wave: survey.wave,
      answered: shown?.answered ?? null,
      participants: shown?.of ?? null,
      share: rounded(shown?.share),
      share_95: range(shown?.interval),
      some_left_out: isPart,
    })),
    results: figures.map((figure) => ({
      survey: figure.survey.id,
      wave: figure.survey.wave,
      question: figure.question.id,
      n: numberOf(figure, tellsFew) ?? null,
      mean: rounded(figure.shown?.mean),
      mean_95: range(figure.shown?.interval),
      options: figure.shown?.counts ?? null,
      some_left_out: figure.isPart,
    })),
    changes: changes.map(({ question, from, to, all, same, isPart }) => ({
      question: question.id,
      from,
      to,
      all: rounded(all),
      same_persons: {
        n: same?.n ?? null,
        mean: rounded(same?.mean),
        mean_95: range(same?.interval),
        some_left_out: isPart,
      },
    })),
  };
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toFixed(2));
}
function range(interval: Interval | undefined): (number | null)[] | null {
  return interval ? [rounded(interval.low), rounded(interval.high)] : null;
}
