import type { Localized } from '../localized.ts';
import { createColumns } from './yamlColumns.ts';
import { signs } from './yamlSigns.ts';
import type { Line } from './yamlLine.ts';

/** The likely cause of a syntax error, where someone who writes texts would look for it. Line and column begin at 1. */
export interface Cause {
  line: number;
  column: number;
  message: Localized;
}

/**
 * The first line, as far as `lastLine`, that nobody writes on purpose. The library tells of a fault where it can read
 * no further, which may be a hundred lines below the quotation mark that was not closed, and in terms of its own.
 */
export function likelyCause(text: string, lastLine: number): Cause | undefined {
  const columns = createColumns();
  let words = Infinity;
  for (const [index, written] of text.split('\n').slice(0, lastLine).entries()) {
    const indent = written.search(/\S/);
    // Words below `|` and `>` may be anything, and so may what follows a #.
    if (indent < 0 || indent > words || written[indent] === '#') continue;
    const line = partsOf(written);
    const message = causeIn(line) ?? columns.take(line);
    if (message) return { line: index + 1, column: (line.columns[0] ?? 0) + 1, message };
    words = /^[|>]/.test(line.value) ? indent : Infinity;
  }
  return undefined;
}

function causeIn(line: Line): Localized | undefined {
  return signs.find((sign) => sign.isIn(line))?.said;
}

function partsOf(written: string): Line {
  const dashes = /^\s*(?:- +)*/.exec(written)?.[0] ?? '';
  const rest = written.slice(dashes.length);
  const [, key, value] = /^([\p{L}\d_-]+):(?: +(.*))?$/u.exec(rest.trimEnd()) ?? [];
  const marks = [...dashes.matchAll(/-/g)].map(({ index }) => index);
  return {
    written,
    columns: [...marks, dashes.length],
    isList: marks.length > 0,
    key,
    value: key === undefined ? rest : (value ?? '').replace(/^#.*/, ''),
  };
}
