import { expect } from 'chai';
import { openDatabase } from '../../../src/store/sqlite/open.ts';
import { sqliteEngine } from '../../../src/store/sqlite/engine.ts';
import {
  claimSql,
  countSql,
  deleteBelowSql,
  deleteSomeSql,
  findSql,
  type Query,
} from '../../../src/store/sqlite/sql.ts';
import type { RawFind } from '../../../src/store/engine.ts';
import type { DatabaseSync } from 'node:sqlite';

describe('indexes of the embedded store', () => {
  let database: DatabaseSync;
  const shape = { name: 'notes', indexes: [['room', 'at'], ['dueAt']] };
  const makeTable = async (indexes: string[][]) => {
    await sqliteEngine(database).table({ name: 'notes', indexes });
  };
  const indexNames = () =>
    database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`)
      .all()
      .map(({ name }) => name);

  beforeEach(async () => {
    database = openDatabase(':memory:');
    await sqliteEngine(database).table(shape);
  });
  afterEach(() => {
    database.close();
  });

  const plan = ({ sql, values }: Query): string =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map(({ detail }) => detail)
      .join('; ');
  const find = (parts: Partial<RawFind>) =>
    plan(findSql('notes', { where: {}, orderBy: undefined, descending: false, limit: 10, after: undefined, ...parts }));

  for (const descending of [false, true]) {
    it(`finds by condition and order without sorting${descending ? ', descending' : ''}`, () => {
      expect(find({ where: { room: 'r' }, orderBy: 'at', descending })).to.equal(
        'SEARCH notes USING INDEX notes__room__at (<expr>=?)',
      );
    });

    it(`finds the beginning of a page in the index${descending ? ', descending' : ''}`, () => {
      const sign = descending ? '<' : '>';
      const after = { value: 1, key: 'k' };
      expect(find({ where: { room: 'r' }, orderBy: 'at', descending, after })).to.equal(
        `SEARCH notes USING INDEX notes__room__at (<expr>=? AND <expr>${sign}?)`,
      );
      expect(find({ orderBy: 'dueAt', descending, after })).to.equal(
        `SEARCH notes USING INDEX notes__dueAt (<expr>${sign}?)`,
      );
      expect(find({ descending, after })).to.equal(`SEARCH notes USING PRIMARY KEY (key${sign}?)`);
    });
  }

  it('counts, claims and deletes by index', () => {
    const uses: [Query, string][] = [
      [countSql('notes', { room: 'r' }), 'notes__room__at (<expr>=?)'],
      [claimSql('notes', 'dueAt', [1, 2]), 'notes__dueAt (<expr><?)'],
      [deleteBelowSql('notes', 'dueAt', [1, 2]), 'notes__dueAt (<expr><?)'],
      [deleteSomeSql('notes', { room: 'r' }, 1), 'notes__room__at (<expr>=?)'],
    ];
    for (const [query, index] of uses) {
      expect(plan(query)).to.contain(`USING COVERING INDEX ${index}`);
      expect(plan(query)).not.to.contain('SCAN notes').and.not.to.contain('TEMP B-TREE');
    }
  });

  it('makes what is newly declared and drops what is not declared any more', async () => {
    expect(indexNames()).to.deep.equal(['notes__dueAt', 'notes__room__at']);
    await makeTable([['person'], ['dueAt']]);
    expect(indexNames()).to.deep.equal(['notes__dueAt', 'notes__person']);
  });

  it('leaves an unchanged index alone and makes a changed definition again', async () => {
    const rootPages = () => database.prepare(`SELECT name, rootpage FROM sqlite_schema ORDER BY name`).all();
    const before = rootPages();
    await makeTable(shape.indexes);
    expect(rootPages()).to.deep.equal(before);
    database.exec(`DROP INDEX notes__dueAt; CREATE INDEX notes__dueAt ON notes (doc ->> '$.other')`);
    await makeTable(shape.indexes);
    expect(find({ orderBy: 'dueAt' })).to.equal('SCAN notes USING INDEX notes__dueAt');
  });

  it('indexes documents that were there before the index', async () => {
    const table = await sqliteEngine(database).table(shape);
    await table.insert('a', { room: 'r', at: 1, dueAt: 1, person: 'p' });
    await makeTable([['person']]);
    expect(await table.count({ person: 'p' })).to.equal(1);
  });
});
