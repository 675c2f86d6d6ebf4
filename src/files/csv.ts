type Row = readonly (string | number)[];

/**
 * Spreadsheets run a cell that begins like this as a formula; some also accept full-width signs, or blanks and
 * invisible characters before the sign.
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@|＝＋－＠\u2212\t\r\n]/u;

/**
 * A file that a Danish spreadsheet opens correctly: UTF-8 with a byte order mark, semicolons, CRLF, decimal commas. A
 * cell that could be read as a formula gets an apostrophe in front, as names come from outside.
 */
export function csvFile(rows: readonly Row[]): string {
  return `\uFEFF${csv(
    rows.map((row) => row.map(forSpreadsheet)),
    { separator: ';' },
  )}`;
}

/** The same for programs: commas and decimal points, and every cell as it is (RFC 4180). */
export function csv(rows: readonly Row[], { separator = ',', ending = '\r\n' } = {}): string {
  const mustBeQuoted = new RegExp(`["${separator}\r\n\t]`);
  const cell = (value: string) => (mustBeQuoted.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return rows.map((row) => `${row.map((value) => cell(String(value))).join(separator)}${ending}`).join('');
}

function forSpreadsheet(value: string | number): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return FORMULA.test(value) ? `'${value}` : value;
}
