import { expect } from 'chai';
import type { CollectionSchema, Store } from '../../src/store/port.ts';
import { createTickets } from '../../src/store/tickets.ts';
import { hashOf, isToken, newToken, SHORT } from '../../src/store/tokens.ts';
import { memoryStore } from '../support/stores.ts';

interface Note {
  text: string;
  endsAt: number;
}
const schema: CollectionSchema<Note, 'endsAt'> = { name: 'notes', indexes: [], encrypted: ['text'], expiry: 'endsAt' };

describe('what is given out under a token', () => {
  let store: Store;
  let now = 1000;
  beforeEach(async () => {
    store = await memoryStore();
    now = 1000;
  });
  afterEach(() => store.close());

  const given = async (keyOf?: (token: string) => string) => {
    const rows = await store.collection(schema);
    const terms = { clock: () => now, lifetime: 60, expiry: 'endsAt' as const, ...(keyOf && { keyOf }) };
    return { rows, tickets: createTickets(rows, terms) };
  };

  it('is seen as often as one looks, and taken once, by one of those who come at the same moment', async () => {
    const { tickets } = await given();
    const token = await tickets.issue({ text: 'a' });
    expect(isToken(token)).to.equal(true);
    expect(await tickets.look(token)).to.deep.equal({ text: 'a', endsAt: 1060 });
    const takers = await Promise.all(Array.from({ length: 5 }, () => tickets.take(token)));
    expect(takers.filter(Boolean)).to.have.length(1);
    expect(await tickets.look(token)).to.equal(undefined);
  });

  it('is nothing any more when its time is over, whether it was swept or not', async () => {
    const { tickets } = await given();
    const [looked, taken] = [await tickets.issue({ text: 'a' }), await tickets.issue({ text: 'b' })];
    now = 1060;
    expect(await tickets.look(looked)).to.equal(undefined);
    expect(await tickets.take(taken)).to.equal(undefined);
    now = 1061;
    expect(await tickets.sweep()).to.equal(1);
  });

  it('is nothing for any other text', async () => {
    const { tickets } = await given();
    await tickets.issue({ text: 'a' });
    for (const text of ['', newToken(), 'x'.repeat(101), 'x'.repeat(5000)]) {
      expect(await tickets.look(text)).to.equal(undefined);
      expect(await tickets.take(text)).to.equal(undefined);
    }
  });

  it('can be kept under the hash of its token, which opens nothing', async () => {
    const { rows, tickets } = await given(hashOf);
    const token = await tickets.issue({ text: 'a' });
    expect(await rows.get(token)).to.equal(undefined);
    expect(await tickets.look(hashOf(token))).to.equal(undefined);
    expect((await rows.get(hashOf(token)))?.doc.text).to.equal('a');
    await tickets.drop(token);
    expect(await tickets.look(token)).to.equal(undefined);
  });
});

describe('a token', () => {
  it('has its own length, and no other text passes for one', () => {
    expect(newToken()).to.match(/^[\w-]{32}$/);
    expect(newToken(SHORT)).to.match(/^[\w-]{22}$/);
    expect(isToken(newToken(SHORT), SHORT)).to.equal(true);
    for (const wrong of [
      newToken(),
      '',
      newToken(SHORT).slice(1),
      `${newToken(SHORT).slice(1)}.`,
      22,
      undefined,
      ['x'],
    ])
      expect(isToken(wrong, SHORT)).to.equal(false);
  });

  it('is stored as the hash that links in mail were made with', () => {
    expect(hashOf('abc')).to.equal('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});
