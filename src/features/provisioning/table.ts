import { parse } from 'csv-parse/sync';
import { withoutUnseen } from '../room/index.ts';

type Column =
  | 'platform'
  | 'context'
  | 'title'
  | 'start'
  | 'pace'
  | 'rhythm'
  | 'weekday'
  | 'time'
  | 'link'
  | 'municipality';

/** A line of the table: the content of each column. */
export interface TableLine {
  /** Number of the line in the pasted text, from 1. */
  number: number;
  cells: Partial<Record<Column, string>>;
}

type TableFault = 'empty' | 'tooMany' | 'unreadable' | 'unknownColumn' | 'twiceColumn' | 'noCourseColumn';

export type Table =
  | { lines: TableLine[]; fault?: undefined }
  | {
      lines?: undefined;
      fault: TableFault;
      /** The column's name or the line's number; empty where neither. */ where: string;
    };

export const MOST_LINES = 500;

/** Names that a heading may have, in Danish and English. */
const headings: Record<string, Column> = {
  platform: 'platform',
  kursussystem: 'platform',
  context: 'context',
  kontekst: 'context',
  title: 'title',
  titel: 'title',
  start: 'start',
  startdato: 'start',
  pace: 'pace',
  åbning: 'pace',
  rhythm: 'rhythm',
  rytme: 'rhythm',
  weekday: 'weekday',
  ugedag: 'weekday',
  time: 'time',
  tid: 'time',
  link: 'link',
  municipality: 'municipality',
  kommune: 'municipality',
};

/** A run of blanks is tried from its beginning alone: a sheet of empty columns has tens of thousands of tabs. */
const UNSEEN_AROUND = /^[\s\p{Cf}]+|(?<![\s\p{Cf}])[\s\p{Cf}]+$/gu;
/** The line in which a file tells a spreadsheet its cell separator. */
const SAYS_DELIMITER = /^"?sep=([;,\t])?"?[ \t]*(?:\r?\n|$)/i;

interface Parsed {
  record: string[];
  info: { lines: number };
}

/**
 * Reads a table pasted from a file or a spreadsheet: commas, semicolons or tabs; quotation marks around or inside a
 * cell; and invisible characters that such programs add.
 */
export function readTable(pasted: string): Table {
  const text = pasted.replace(UNSEEN_AROUND, '');
  if (text === '') return { fault: 'empty', where: '' };
  const rows = rowsIn(text);
  if (typeof rows === 'number') return { fault: 'unreadable', where: String(rows) };
  const [head, ...rest] = rows;
  const names = (head?.record ?? []).map((name) => withoutUnseen(name).toLowerCase());
  const known = names.map((name) => (Object.hasOwn(headings, name) ? headings[name] : undefined));
  const fault = faultIn(names, known) ?? (rest.length === 0 ? ({ fault: 'empty', where: '' } as const) : undefined);
  if (fault) return fault;
  if (rest.length > MOST_LINES) return { fault: 'tooMany', where: '' };
  return { lines: rest.map(({ record, info }) => ({ number: info.lines, cells: cellsOf(record, known) })) };
}

/** The rows, or the number of the line that cannot be read. */
function rowsIn(text: string): Parsed[] | number {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      from_line: SAYS_DELIMITER.test(text) ? 2 : 1,
      trim: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_empty_values: true,
    }) as unknown as Parsed[];
  } catch (error) {
    return Number((error as { lines?: unknown }).lines ?? 1);
  }
}

/** The declared delimiter, or the one between the headings. */
function delimiterOf(text: string): string {
  const said = SAYS_DELIMITER.exec(text);
  if (said?.[1]) return said[1];
  const [head = ''] = text.slice(said?.[0].length ?? 0).split('\n', 1);
  const count = (delimiter: string) => head.split(delimiter).length;
  return [';', '\t', ','].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function faultIn(names: string[], known: (Column | undefined)[]): Table | undefined {
  const unknown = known.indexOf(undefined);
  if (unknown >= 0) return { fault: 'unknownColumn', where: (names[unknown] ?? '').slice(0, 40) };
  const twice = known.find((column, index) => known.indexOf(column) !== index);
  if (twice !== undefined) return { fault: 'twiceColumn', where: twice };
  return known.includes('context') || known.includes('title') ? undefined : { fault: 'noCourseColumn', where: '' };
}

function cellsOf(record: string[], known: (Column | undefined)[]): TableLine['cells'] {
  return Object.fromEntries(
    known.flatMap((column, index) => (column ? [[column, cellOf(column, record[index] ?? '')]] : [])),
  );
}

/** Invisible characters inside a course's title stay, because the title is looked up as the course has it. */
function cellOf(column: Column, cell: string): string {
  return column === 'title' ? cell.replace(UNSEEN_AROUND, '') : withoutUnseen(cell);
}
