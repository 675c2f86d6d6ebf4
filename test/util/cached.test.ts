import { expect } from 'chai';
import { cached } from '../../src/util/cached.ts';

describe('a short-lived cache', () => {
  let now = 0;
  let asked: string[] = [];
  const ask = (key: string) => {
    asked.push(key);
    return Promise.resolve(key.toUpperCase());
  };
  beforeEach(() => {
    [now, asked] = [0, []];
  });

  it('asks again when an answer is too old, and when the clock has been set back', async () => {
    const known = cached(ask, { clock: () => now, ms: 10 });
    await known.of('a');
    now = 9;
    expect(await known.of('a')).to.equal('A');
    expect(asked).to.have.length(1);
    now = 10;
    await known.of('a');
    expect(asked).to.have.length(2);
    now = 5;
    await known.of('a');
    expect(asked).to.have.length(3);
  });

  it('forgets the oldest answer where there would be too many', async () => {
    const known = cached(ask, { clock: () => now, ms: 10, most: 2 });
    await known.of('a');
    await known.of('b');
    now = 10;
    await known.of('a');
    await known.of('c');
    expect(asked).to.deep.equal(['a', 'b', 'a', 'c']);
    await known.of('a');
    expect(asked, 'asked for after b').to.have.length(4);
    now = 0;
    await known.of('b');
    expect(asked).to.have.length(5);
  });
});
