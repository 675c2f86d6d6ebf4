import { expect } from 'chai';
import { lixOf } from '../../src/content/checks/lix.ts';

describe('lixOf', () => {
  // Counted by hand.
  const counted: [string, string[], { words: number; sentences: number; longWords: number }][] = [
    ['one short sentence', ['Du er god nok.'], { words: 4, sentences: 1, longWords: 0 }],
    ['seven letters as long, six as short', ['Seks er ni: øvelse, træning.'], { words: 5, sentences: 2, longWords: 1 }],
    ['three kinds of sentence end', ['Kom nu! Vil du? Ja.'], { words: 5, sentences: 3, longWords: 0 }],
    [
      'numbers and abbreviations as one sentence',
      ['Vi ses kl. 10.30 på tirsdag.'],
      { words: 6, sentences: 1, longWords: 1 },
    ],
    ['a hyphenated word as one word', ['E-læring er et on-line kursus'], { words: 5, sentences: 1, longWords: 1 }],
    [
      'blocks as sentences of their own',
      ['En overskrift', 'Et punkt', 'Et punkt til'],
      { words: 7, sentences: 3, longWords: 1 },
    ],
    ['a quotation', ['Hun sagde: "Det går." Så gik hun.'], { words: 7, sentences: 3, longWords: 0 }],
    ['signs without words as nothing', ['***', '', '!'], { words: 0, sentences: 0, longWords: 0 }],
  ];
  for (const [name, pieces, expected] of counted) {
    it(`counts ${name}`, () => expect(lixOf(pieces)).to.include(expected));
  }

  it('adds words per sentence and the percentage of long words', () => {
    // 8 words, 2 sentences, 2 long words (instruktør, handleplan): 4 + 25.
    expect(lixOf(['Din instruktør er med. Lav en handleplan nu.']).lix).to.equal(29);
    expect(lixOf([]).lix).to.equal(0);
  });
});
