/** What is pooled: where it belongs by its filters; pools are made within one cell as far as that goes. */
export interface Cell {
  cell: string;
}

/**
 * Puts together what may not be told alone, in the order given, so that every pool may be told. Within a cell first, so
 * that a filter can tell the pool; then what is over in any cell. The last ones may be too few for a pool: they are not told.
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
