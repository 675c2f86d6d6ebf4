import { expect } from 'chai';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { sqliteEngine } from '../../../src/store/sqlite/engine.ts';
import { openDatabase } from '../../../src/store/sqlite/open.ts';
import { temporaryFolder } from '../support/folder.ts';

/** `PRAGMA synchronous`: whether a commit waits for the disk. */
const [LATER, AT_ONCE] = [1, 2];

function levelOf(database: DatabaseSync): unknown {
  return database.prepare('PRAGMA synchronous').get()?.['synchronous'];
}

describe('an insertion that the next write syncs', () => {
  const folder = temporaryFolder();

  it('does not wait for the disk, and everything else does', async () => {
    const database = openDatabase(join(folder(), 'store.sqlite'));
    const levels: [table: string, level: unknown][] = [];
    const prepare = database.prepare.bind(database);
    database.prepare = (sql) => {
      const statement = prepare(sql);
      const table = /^(?:INSERT INTO|UPDATE) "(\w+)"/.exec(sql)?.[1];
      const run = statement.run.bind(statement);
      if (table !== undefined)
        statement.run = ((...values: string[]) => {
          levels.push([table, levelOf(database)]);
          return run(...values);
        }) as typeof statement.run;
      return statement;
    };
    const engine = sqliteEngine(database);
    const used = await engine.table({ name: 'used', indexes: [], syncedByNext: true });
    const lasting = await engine.table({ name: 'lasting', indexes: [] });
    expect(await used.insert('a', {})).to.equal(true);
    expect(await used.insert('a', {}), 'the key is taken').to.equal(false);
    await lasting.insert('a', {});
    await used.replace('a', 1, {});
    expect(levels).to.deep.equal([
      ['used', LATER],
      ['used', LATER],
      ['lasting', AT_ONCE],
      ['used', AT_ONCE],
    ]);
    await engine.close();
  });
});
