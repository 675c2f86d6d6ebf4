import { parse } from 'csv-parse/sync';
import { expect } from 'chai';
import fc from 'fast-check';
import { csv, csvFile } from '../../src/files/csv.ts';

function read(file: string): string[][] {
  return parse(file, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
}

describe('a file for a spreadsheet', () => {
  for (const name of [
    '=HYPERLINK("x")',
    '+45',
    '-1',
    '@sum',
    '\tx',
    '\r=1',
    '\n=1',
    '|cmd',
    '＝1+1',
    '＋45',
    '－1',
    '＠sum',
    ' =1',
    '\u200b=1',
    '−1',
  ]) {
    it(`never begins a cell with what is taken for a formula: ${JSON.stringify(name)}`, () => {
      expect(read(csvFile([[name]]))).to.deep.equal([[`'${name}`]]);
    });
  }

  it('gives back every text otherwise', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((one) => !/^[\s\p{Cf}]*[=+\-@|＝＋－＠−\t\r\n]/u.test(one) && !one.startsWith('\uFEFF'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        expect(read(csvFile(rows))).to.deep.equal(rows);
      }),
    );
  });

  it('begins with what tells a spreadsheet that it is UTF-8', () => {
    expect(csvFile([['Søren', 3]])).to.equal('\uFEFFSøren;3\r\n');
  });

  it('writes numbers as Danes do: with a point, 3.05 would be a day in May', () => {
    expect(csvFile([[3.05, 0.5, 12]])).to.equal('\uFEFF3,05;0,5;12\r\n');
  });
});

describe('a file for programs', () => {
  it('gives back every text as it is, whatever parts its cells', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.startsWith('\uFEFF'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        expect(parse(csv(rows), { record_delimiter: '\r\n' })).to.deep.equal(rows);
      }),
    );
  });

  it('has commas, decimal points, and quotes where a cell needs them', () => {
    expect(csv([['-1a', 3.05, 'en, to', 'sagde "ja"']])).to.equal('-1a,3.05,"en, to","sagde ""ja"""\r\n');
  });
});
