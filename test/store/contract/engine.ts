import { expect } from 'chai';
import { openEngine } from '../../../src/store/openStore.ts';
import type { Engine } from '../../../src/store/engine.ts';

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}

/**
 * What an engine promises beyond the port (`engine.ts`): for backups, and for upkeep beside the running program.
 * @param databaseUrl of a new, empty database
 */
export function describeEngine(name: string, databaseUrl: () => string): void {
  describe(`engine contract: ${name}`, () => {
    let engine: Engine;
    let url: string;
    beforeEach(async () => {
      url = databaseUrl();
      engine = await openEngine(url);
    });
    afterEach(() => engine.close());

    const shapes = async (from: Engine) =>
      (await from.shapes()).map((shape) => ({ ...shape, indexes: [...shape.indexes].sort() })).sort(byName);

    it('tells its tables with their indexes as they were declared last, fields in their order, and none of its own', async () => {
      expect(await engine.shapes()).to.deep.equal([]);
      await engine.table({ name: 'notes', indexes: [['room', 'at'], ['at', 'room'], ['due']] });
      await engine.table({ name: 'plain', indexes: [] });
      await engine.table({ name: 'notes', indexes: [['room', 'at'], ['at', 'room'], ['person']] });
      const expected = [
        { name: 'notes', indexes: [['at', 'room'], ['person'], ['room', 'at']] },
        { name: 'plain', indexes: [] },
      ];
      expect(await shapes(engine)).to.deep.equal(expected);
      const other = await openEngine(url);
      expect(await shapes(other)).to.deep.equal(expected);
      await other.close();
    });

    it('makes tables anew from what another told, with what is searched by', async () => {
      const shape = { name: 'notes', indexes: [['room', 'at']] };
      await (await engine.table(shape)).insert('a', { room: 'r', at: 1, text: 't' });
      for (const told of await engine.shapes()) {
        const table = await engine.table(told);
        expect(await table.count({ room: 'r' })).to.equal(1);
      }
    });

    it('rewrites a document without a new version, and only the version that was read', async () => {
      const table = await engine.table({ name: 'notes', indexes: [['room']] });
      await table.insert('a', { room: 'r', text: 'old' });
      expect(await table.rewrite('a', 1, { room: 'r', text: 'new', more: 1 })).to.equal(true);
      expect(await table.get('a')).to.deep.equal({ key: 'a', version: 1, doc: { room: 'r', text: 'new', more: 1 } });
      expect(await table.replace('a', 1, { room: 'r', text: 'by another' })).to.equal(true);
      expect(await table.rewrite('a', 1, { room: 'r', text: 'late' })).to.equal(false);
      expect((await table.get('a'))?.doc).to.deep.equal({ room: 'r', text: 'by another' });
      expect(await table.rewrite('b', 1, { room: 'r' })).to.equal(false);
      expect(await table.get('b')).to.equal(undefined);
    });
  });
}
