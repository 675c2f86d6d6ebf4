/** Exact fractions, so that nothing is hidden by rounding. */
type Row = bigint[];

/** How many of the rows are independent: elimination with whole numbers. */
function rankOf(rows: readonly Row[]): number {
  let left = rows.map((row) => [...row]);
  let rank = 0;
  while (left.length > 0) {
    const [pivot, ...rest] = left;
    const at = pivot?.findIndex((value) => value !== 0n) ?? -1;
    left = rest;
    if (!pivot || at < 0) continue;
    rank += 1;
    const head = pivot[at] ?? 1n;
    left = rest.map((row) => {
      const factor = row[at] ?? 0n;
      return factor === 0n ? row : reduced(row.map((value, index) => value * head - (pivot[index] ?? 0n) * factor));
    });
  }
  return rank;
}

function greatest(one: bigint, other: bigint): bigint {
  return other === 0n ? one : greatest(other, one % other);
}
function reduced(row: Row): Row {
  const by = row.reduce((sum, value) => greatest(sum, value < 0n ? -value : value), 0n);
  return by > 1n ? row.map((value) => value / by) : row;
}

/** What is told: a sum of answers, each named by person and wave, with what it counts. */
export type Told = ReadonlyMap<string, number>;

/**
 * The smallest number of people whose answers alone make up some sum or difference of all that is told; those who are
 * alike in everything told are one kind. Undefined where it is `below` or more.
 * @param people person to kind
 */
export function smallestGroup(
  told: readonly Told[],
  {
    kindOf,
    sizes,
    below = 5,
  }: { kindOf: (unknown: string) => string; sizes: ReadonlyMap<string, number>; below?: number },
): number | undefined {
  const unknowns = [...new Set(told.flatMap((each) => [...each.keys()]))];
  const matrix = told.map((each) => unknowns.map((unknown) => BigInt(each.get(unknown) ?? 0)));
  const all = rankOf(matrix);
  const small = [...sizes].filter(([, size]) => size < below);
  const leaks = (kinds: ReadonlySet<string>): boolean => {
    const others = unknowns.flatMap((unknown, index) => (kinds.has(kindOf(unknown)) ? [] : [index]));
    return rankOf(matrix.map((row) => others.map((index) => row[index] ?? 0n))) < all;
  };
  let found: number | undefined;
  const search = (from: number, chosen: string[], size: number): void => {
    if (chosen.length > 0 && (found === undefined || size < found) && leaks(new Set(chosen))) found = size;
    for (let index = from; index < small.length; index += 1) {
      const [kind, more] = small[index] ?? ['', below];
      if (size + more < below) search(index + 1, [...chosen, kind], size + more);
    }
  };
  search(0, [], 0);
  return found;
}
