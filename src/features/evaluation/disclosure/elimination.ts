/** Whole-number coefficients, one for each unknown: the sum of coefficient times unknown is zero. */
export type Equation = readonly number[];

/**
 * The conditions of these rows in as few rows as possible; equivalent conditions give the same rows. Gaussian
 * elimination in whole numbers, so that nothing is rounded.
 */
export function reducedRows(rows: readonly Equation[]): Equation[] {
  const reduced: Equation[] = [];
  let left = rows;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => at(row, column) !== 0);
    if (!pivot) continue;
    const without = (row: Equation): Equation => (row === pivot ? row : eliminated(row, pivot, column));
    left = left.filter((row) => row !== pivot).map(without);
    reduced.splice(0, reduced.length, ...reduced.map(without), normal(pivot));
  }
  return reduced;
}

function at(row: Equation, column: number): number {
  return row[column] ?? 0;
}

function eliminated(row: Equation, pivot: Equation, column: number): Equation {
  const [head, factor] = [at(pivot, column), at(row, column)];
  return factor === 0 ? row : normal(row.map((value, index) => value * head - at(pivot, index) * factor));
}

/** The row without a common divisor, and with a positive first non-zero number. */
function normal(row: Equation): Equation {
  const divisor = row.reduce((sum, value) => greatestCommon(sum, Math.abs(value)), 0) || 1;
  const sign = (row.find((value) => value !== 0) ?? 1) < 0 ? -1 : 1;
  return row.map((value) => (value === 0 ? 0 : (sign * value) / divisor));
}

function greatestCommon(one: number, other: number): number {
  return other === 0 ? one : greatestCommon(other, one % other);
}
