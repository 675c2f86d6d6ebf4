import { expect } from 'chai';
import fc from 'fast-check';
import { cprLike } from '../../src/domain/cpr.ts';
import { anyText } from '../support/anyText.ts';

describe('what looks like a CPR number', () => {
  it('is found however it is written', () => {
    for (const text of [
      '010190-1234',
      '0101901234',
      '010190 1234',
      '010190 - 1234',
      '010190–1234',
      '010190‑1234',
      '010190\u00a01234',
      '010190−1234',
      '01.01.90-1234',
      '01-01-90-1234',
      '01/01/90 1234',
      '01 01 90 1234',
      'Mit cpr er 010190-1234.',
      'cpr:0101901234, ring!',
      'CPR0101901234',
      '(010190-1234)',
      '010190/1234',
      '010190_1234',
      '010190:1234',
      '010190 : 1234',
      '010190--1234',
      '01 01 90 12 34',
      '010190 12 34',
      '010190-12 34',
      '01_01_90_1234',
      '01:01:90:1234',
      '010190\n1234',
      '010190-\r\n1234',
      '010190\t1234',
      '０１０１９０－１２３４',
      '010190\u200b-\u20601234',
      '\u202d010190-1234\u202c',
      '010190\u00ad1234',
      '010190\u20091234',
      '01011990-1234',
      '01.01.1990-1234',
      '01-01-1990 – 1234',
      '01/01/1990/1234',
    ]) {
      expect(cprLike(text), text).to.deep.equal(['0101901234']);
    }
  });

  it('is each of several, once', () => {
    expect(cprLike('010190-1234 og 311299-4321, og 0101901234 igen')).to.deep.equal(['0101901234', '3112994321']);
    expect(cprLike('010190-1234 311299-4321 020290 12 34')).to.deep.equal(['0101901234', '3112994321', '0202901234']);
  });

  it('needs no check digit: it is told from other numbers by its date alone', () => {
    for (let last = 0; last < 10; last += 1) expect(cprLike(`070761-428${last}`)).to.have.length(1);
  });

  it('holds a date that there has been, in the century of its seventh digit', () => {
    expect(cprLike('290200-4123')).to.deep.equal(['2902004123']);
    expect(cprLike('290200-1123'), '1900 had no leap day').to.deep.equal([]);
    expect(cprLike('290201-4123')).to.deep.equal([]);
    expect(cprLike('310490-1234')).to.deep.equal([]);
    expect(cprLike('011390-1234')).to.deep.equal([]);
    expect(cprLike('000190-1234')).to.deep.equal([]);
    expect(cprLike('010190-5234'), 'born in 1890').to.deep.equal([]);
    expect(cprLike('010157-5234'), 'born in 2057').to.have.length(1);
  });

  it('is found where it is one for the time being, with 60 added to the day', () => {
    for (const text of ['610190-1234', '610190/1234', '61 01 90 12 34', '610190 1234'])
      expect(cprLike(text), text).to.deep.equal(['6101901234']);
    expect(cprLike('920190-1234')).to.deep.equal([]);
    expect(cprLike('600190-1234')).to.deep.equal([]);
    expect(cprLike('910490-1234')).to.deep.equal([]);
    expect(cprLike('6101901234'), 'too many numbers look like that').to.deep.equal([]);
  });

  it('is no telephone number, date, time, sum, account or card', () => {
    for (const text of [
      '20 10 12 34',
      '20101234',
      '+45 20 10 12 34',
      '+4520101234',
      '+0101901234',
      '0045 20 10 12 34',
      '1. januar 1990',
      '01-01-1990',
      '01.01.2026',
      '01.01.2026 kl. 12.30',
      '2026-01-01 12:30',
      '01/01/26',
      'kl. 12.30-14.00',
      'uge 46-47',
      '1.000.000 kr.',
      '4571 0101 9012 3456',
      '4571010190123456',
      'DK50 0040 0440 1162 43',
      '1551 0001234567',
      'ID 01019012345',
      '010190-12345',
      '9010190-1234',
      '20 10 12 34 20 11 12 34',
      '20 10 12 34 20 11 12 34 20 12 12 34',
      '20101234, 20111234',
      '20101234 20111234',
      '01.01.26 12.30',
      '01/12/26 12:30',
      '01-12-26 12-14',
      '01.12.26: 1400 kr.',
      '01-12-90\n2026: 3 gange',
      '2010-12-31 14',
      '2026-12-31 1400',
      '010190-123',
      '01.01.2019-2020',
      'fra 01.01.2019 - 1400',
      '01.01.1990 1234',
      '01011990 1234',
      'kl. 10.15.20 1000 skridt',
      '1 2 3 4 5 6 7 8 9 10',
    ]) {
      expect(cprLike(text), text).to.deep.equal([]);
    }
  });

  it('is few of the numbers with ten digits', () => {
    const numbers = Array.from({ length: 10_000 }, (_, n) =>
      String((n * 7_919_777_777) % 10_000_000_000).padStart(10, '0'),
    );
    expect(numbers.filter((number) => cprLike(number).length > 0).length).to.be.lessThan(400);
  });

  it('is looked for in any text in time that grows with its length alone', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        for (const digits of cprLike(text)) expect(digits).to.match(/^\d{10}$/);
      }),
    );
    expect(cprLike('01 '.repeat(100_000))).to.deep.equal([]);
  });
});
