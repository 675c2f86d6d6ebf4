import { expect } from 'chai';
import { openDatabase } from '../../../src/store/sqlite/open.ts';
import { sqliteEngine } from '../../../src/store/sqlite/engine.ts';
import type { Table } from '../../../src/store/engine.ts';

/** Turns of the event loop that pass while something is awaited. */
async function turnsDuring(work: () => Promise<void>): Promise<number> {
  let [turns, isOver] = [0, false];
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isOver = true;
  return turns;
}

describe('turns of the event loop that the embedded store takes', () => {
  const engine = sqliteEngine(openDatabase(':memory:'));
  let table: Table;
  before(async () => {
    table = await engine.table({ name: 'notes', indexes: [] });
    await table.insert('a', {});
  });
  after(() => engine.close());

  const read = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await table.get('a');
  };

  it('are few for what a page reads: at each, everyone else who has asked comes first', async () => {
    await read(1000);
    expect(await turnsDuring(() => read(15))).to.be.at.most(5);
  });

  it('come again and again in a long series, so that others get theirs', async () => {
    // The fastest machine works at them for three times the five milliseconds after which others come first.
    expect(await turnsDuring(() => read(20_000))).to.be.at.least(3);
  });
});
