/**
 * Something to pool, with the cell it belongs to according to its filters; pools are made within one cell if possible.
 */
export interface Cell {
  cell: string;
}

/**
 * Combines what may not be shown alone, in the given order, so that every pool may be shown. It begins within each
 * cell, so that a filter can show the pool, and continues with the remainders of all cells. The last ones may be too
 * few for a pool: they are not shown.
 */
export function pool<One extends Cell>(
  small: readonly One[],
  isEnough: (ones: readonly One[]) => boolean,
): { pools: One[][]; over: One[] } {
  const cells = [...Map.groupBy(small, ({ cell }) => cell).values()].map((ones) => fill(ones, isEnough));
  const last = fill(
    cells.flatMap(({ over }) => over),
    isEnough,
  );
  return { pools: [...cells.flatMap(({ pools }) => pools), ...last.pools], over: last.over };
}

function fill<One>(ones: readonly One[], isEnough: (ones: readonly One[]) => boolean) {
  const pools: One[][] = [];
  let over: One[] = [];
  for (const one of ones) {
    over.push(one);
    if (!isEnough(over)) continue;
    pools.push(over);
    over = [];
  }
  return { pools, over };
}
