import { expect } from 'chai';
import { memoizeByText } from '../../src/util/memoizeByText.ts';

describe('what is made of a text', () => {
  it('is remembered until the text is another, and then made of the new one', () => {
    const made: string[] = [];
    const upper = memoizeByText((text) => {
      made.push(text);
      return text.toUpperCase();
    });
    expect(['hej', 'hej', 'hejs', 'hej'].map(upper)).to.deep.equal(['HEJ', 'HEJ', 'HEJS', 'HEJ']);
    expect(made).to.deep.equal(['hej', 'hejs']);
  });

  it('is forgotten where there is too much, the one asked for longest ago first', () => {
    const made: string[] = [];
    const same = memoizeByText((text) => (made.push(text), text), 8);
    for (const text of ['aaaa', 'bbbb', 'aaaa', 'cccc', 'aaaa', 'bbbb']) expect(same(text)).to.equal(text);
    expect(made).to.deep.equal(['aaaa', 'bbbb', 'cccc', 'bbbb']);
    expect(same('longer than all that may be kept')).to.have.length(32);
  });
});
