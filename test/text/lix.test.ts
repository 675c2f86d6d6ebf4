import { expect } from 'chai';
import { HIGHEST_LIX } from '../../src/content/checks/check.ts';
import { lixOf } from '../../src/content/checks/lix.ts';
import { avoidedIn } from '../../src/content/checks/words.ts';
import { kinds } from '../../src/activities/kinds.ts';
import { texts } from '../../src/text/texts.ts';

type Sentence = (...given: unknown[]) => unknown;

/** A sentence that is put together is tried with something short in its places: words, or where it takes lists, lists. */
function filledIn(sentence: Sentence): unknown {
  try {
    return sentence('2', '3', '4');
  } catch {
    return sentence(['ro'], ['ro'], ['ro']);
  }
}

/** Every sentence of an area. */
function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return sentencesIn(filledIn(value as Sentence));
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentencesIn);
  return [];
}

/** What only those who run the tool or put the course together read. */
const forStaff = ['operator', 'picker', 'provisioning'];

describe('the interface in Danish', () => {
  for (const [area, text] of Object.entries(texts.da).filter(([name]) => !forStaff.includes(name))) {
    it(`is easy to read: ${area}`, () => expect(lixOf(sentencesIn(text)).lix).to.be.at.most(HIGHEST_LIX));
  }

  for (const [area, text] of Object.entries(texts.da)) {
    it(`says nothing that the course says otherwise: ${area}`, () =>
      expect(sentencesIn(text).flatMap(avoidedIn)).to.deep.equal([]));
  }

  for (const { name, words, stepping } of kinds) {
    const said = [words.da, stepping?.words.da, stepping?.restart?.da];
    it(`is easy to read: activities of the kind ${name}`, () =>
      expect(lixOf(sentencesIn(said)).lix).to.be.at.most(HIGHEST_LIX));
  }
});
