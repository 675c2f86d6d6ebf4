import { expect } from 'chai';
import { meanOf, shareInterval, tQuantile } from '../../../src/features/evaluation/statistics.ts';

describe('statistics', () => {
  // Two-sided 5 %, as every table of Student's t has it (for example NIST/SEMATECH e-Handbook, 1.3.6.7.2).
  const table: [number, number][] = [
    ...([
      [1, 12.706],
      [2, 4.303],
      [3, 3.182],
      [4, 2.776],
      [5, 2.571],
      [6, 2.447],
      [9, 2.262],
      [10, 2.228],
    ] as const),
    ...([
      [20, 2.086],
      [29, 2.045],
      [30, 2.042],
      [56, 2.003],
      [59, 2.001],
      [60, 2.0],
      [100, 1.984],
    ] as const),
  ].map(([degrees, value]) => [degrees, value]);
  for (const [degrees, value] of table) {
    it(`have Student's t with ${degrees} degrees as the table`, () => {
      expect(tQuantile(degrees)).to.be.closeTo(value, 0.00051);
    });
  }

  it('have it without a step where the expansion takes over, and near the normal with many', () => {
    expect(tQuantile(200)).to.be.closeTo(1.971896, 1e-6);
    expect(tQuantile(201)).to.be.closeTo(1.971837, 1e-6);
    expect(tQuantile(1_000_000)).to.be.closeTo(1.959966, 1e-6);
  });

  it('have the mean and its interval as worked out by hand', () => {
    // 1, 2, 3, 4, 5: s² = 10/4, so s/√n = √0.5, and t with four degrees is 2.776445.
    const { mean, interval } = meanOf([1, 2, 3, 4, 5]);
    expect(mean).to.equal(3);
    expect(interval?.low).to.be.closeTo(3 - 2.776445 * Math.SQRT1_2, 1e-5);
    expect(interval?.high).to.be.closeTo(3 + 2.776445 * Math.SQRT1_2, 1e-5);
    expect(meanOf([4]).interval).to.equal(undefined);
    expect(meanOf([2, 2, 2]).interval).to.deep.equal({ low: 2, high: 2 });
  });

  it('have Wilson’s interval as published, and never beyond all or nothing', () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    const close = ([count, of]: [number, number], [low, high]: [number, number]) => {
      expect(shareInterval(count, of).low).to.be.closeTo(low, 0.00006);
      expect(shareInterval(count, of).high).to.be.closeTo(high, 0.00006);
    };
    close([81, 263], [0.2553, 0.3662]);
    close([15, 148], [0.0624, 0.1605]);
    close([0, 20], [0, 0.1611]);
    close([1, 29], [0.0061, 0.1718]);
    expect(shareInterval(20, 20).high).to.equal(1);
  });
});
