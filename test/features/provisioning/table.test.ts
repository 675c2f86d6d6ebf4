import { expect } from 'chai';
import fc from 'fast-check';
import { MOST_LINES, readTable } from '../../../src/features/provisioning/table.ts';

describe('a table of rooms', () => {
  for (const [name, delimiter] of [
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ] as const) {
    // prettier-ignore
    it(`is read with ${name}, a byte order mark and Danish headings`, () => {
      const lines = [['Kontekst', 'Start', 'Ugedag'], ['2', '7.12.2026', 'torsdag'], ['3', '', '-']]; // prettier-ignore
      const { lines: read } = readTable(`\uFEFF${lines.map((line) => line.join(delimiter)).join('\r\n')}\r\n`);
      expect(read).to.deep.equal([
        { number: 2, cells: { context: '2', start: '7.12.2026', weekday: 'torsdag' } },
        { number: 3, cells: { context: '3', start: '', weekday: '-' } },
      ]);
    });
  }

  const refused: [string, string, string][] = [
    ['', 'empty', ''],
    ['kontekst;start', 'empty', ''],
    ['start;tid\n1;2', 'noCourseColumn', ''],
    ['kontekst;starrt\n1;2', 'unknownColumn', 'starrt'],
    ['kontekst;__proto__\n1;2', 'unknownColumn', '__proto__'],
    ['kontekst;context\n1;2', 'twiceColumn', 'context'],
    [`kontekst\n${'1\n'.repeat(MOST_LINES + 1)}`, 'tooMany', ''],
  ];
  for (const [text, fault, where] of refused)
    it(`is refused as ${fault}: ${JSON.stringify(text.slice(0, 30))}`, () =>
      expect(readTable(text)).to.deep.equal({ fault, where }));

  it('that cannot be read says on which line', () => {
    expect(readTable('kontekst;titel\n1;ok\n2;"oh').fault).to.equal('unreadable');
  });

  it('is read or refused, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const table = readTable(`kontekst;titel\n${text}`);
        expect(table.lines === undefined).to.equal(table.fault !== undefined);
      }),
    );
  });
});
