import type { Engine, RawDoc, TableShape } from './engine.ts';
import type { Stored } from './port.ts';

/** Few enough that requests get their turn between two pages. */
const PAGE = 200;

/** Every document of a table as stored, page by page, in key order. */
export const pagesOf = async function* (engine: Engine, shape: TableShape): AsyncGenerator<Stored<RawDoc>[]> {
  const table = await engine.table(shape);
  let after: { value: string; key: string } | undefined;
  for (;;) {
    const page = await table.find({ where: {}, orderBy: undefined, descending: false, limit: PAGE, after });
    const last = page.at(-1);
    if (!last) return;
    after = { value: last.key, key: last.key };
    yield page;
  }
};
