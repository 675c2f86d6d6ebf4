import { expect } from 'chai';
import type { Absence } from '../../../src/features/absence/store.ts';
import { reasonCounts } from '../../../src/features/absence/reasonCounts.ts';

function absence(person: string, change: Partial<Absence> = {}): Absence {
  return {
    room: 'r',
    person,
    day: '2026-12-03',
    reason: 'syg',
    at: 0,
    ...change,
  };
}
const four = ['a', 'b', 'c', 'd'].map((person) => absence(person));

describe('the reasons for absence', () => {
  it('are shown for five people, counted', () => {
    expect(reasonCounts([...four, absence('e', { reason: 'teknik' })])).to.deep.equal([
      { reason: 'syg', count: 4 },
      { reason: 'teknik', count: 1 },
    ]);
  });

  it('are kept back for four people, however often they were away', () => {
    expect(reasonCounts([...four, ...four.map((one) => ({ ...one, day: '2026-12-10' }))])).to.equal(undefined);
  });
});
