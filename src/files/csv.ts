/**
 * A spreadsheet takes a cell that begins like this for a formula, and would run it; some also with wide signs, or after blanks
 * and what is not seen.
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@|＝＋－＠\u2212\t\r\n]/u;

/**
 * A file that a Danish spreadsheet opens as it is: UTF-8 with a mark of it, semicolons, CRLF, decimal commas. A cell that could be taken
 * for a formula gets an apostrophe in front: names come from outside.
 */
export function csvFile(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
