import { expect } from 'chai';
import { openSync, rmSync, closeSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../../../src/store/errors.ts';
import { openSqlite } from '../../../src/store/sqlite/engine.ts';
import { fromSqlite } from '../../../src/store/sqlite/explain.ts';
import { temporaryFolder } from '../support/folder.ts';
import { rejection } from '../support/rejection.ts';

describe('what becomes of an error of SQLite', () => {
  const folder = temporaryFolder();

  it('is that the store is unavailable, where its file is damaged', async () => {
    const path = join(folder(), 'store.sqlite');
    const first = await openSqlite(`sqlite:${path}`);
    const full = await first.table({ name: 'notes', indexes: [] });
    for (let n = 0; n < 200; n += 1) await full.insert(`k${n}`, { text: 'x'.repeat(500) });
    await first.close();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(40_000, 0xff), 0, 40_000, 3 * 4096);
    closeSync(file);

    const engine = await openSqlite(`sqlite:${path}`);
    const table = await engine.table({ name: 'notes', indexes: [] });
    const error = await rejection(
      table.find({ where: {}, orderBy: undefined, descending: false, limit: 500, after: undefined }),
    );
    expect(error).to.be.instanceOf(StoreUnavailable).and.to.include({ written: 'no' });
    expect(error.message).to.include('it is damaged; put back a backup');
    await engine.close();
  });

  it('is that it is unavailable, where a file cannot be opened or is no database', () => {
    const thrownBy = (work: () => unknown): unknown => {
      try {
        work();
      } catch (error) {
        return fromSqlite(error);
      }
      return undefined;
    };
    const missing = thrownBy(() => new DatabaseSync(join(folder(), 'no', 'store.sqlite')));
    expect(missing).to.be.instanceOf(StoreUnavailable);
    const path = join(folder(), 'text');
    const file = openSync(path, 'w');
    writeSync(file, 'not a database '.repeat(100));
    closeSync(file);
    expect(thrownBy(() => new DatabaseSync(path).exec('SELECT * FROM sqlite_schema'))).to.be.instanceOf(
      StoreUnavailable,
    );
    rmSync(path);
  });

  it('is the same error, where the fault is ours', () => {
    const database = new DatabaseSync(':memory:');
    try {
      database.exec('SELECT nonsense');
    } catch (error) {
      expect(fromSqlite(error)).to.equal(error);
    }
    expect(fromSqlite(new Error('x')))
      .to.be.instanceOf(Error)
      .and.not.instanceOf(StoreUnavailable);
    database.close();
  });
});
