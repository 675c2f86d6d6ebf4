import { expect } from 'chai';
import { HIGHEST_LIX } from '../../src/content/check.ts';
import { lixOf } from '../../src/content/lix.ts';
import { texts } from '../../src/text/texts.ts';

/** Every sentence of an area; one that is put together is tried with something short in its places. */
const sentencesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return sentencesIn((value as (...given: unknown[]) => unknown)('2', '3', '4'));
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentencesIn);
  return [];
};

/** What only those who run the tool or put the course together read. */
const forStaff = ['operation', 'picker', 'provisioning'];

describe('the interface in Danish', () => {
  for (const [area, text] of Object.entries(texts.da).filter(([name]) => !forStaff.includes(name))) {
    it(`is easy to read: ${area}`, () => expect(lixOf(sentencesIn(text)).lix).to.be.at.most(HIGHEST_LIX));
  }
});
