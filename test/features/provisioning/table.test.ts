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

  const titles: [string, string][] = [
    ['Hold "A"', 'Hold "A"'],
    ['"Hold ""A"""', 'Hold "A"'],
    ['Skærm 12" og 14"', 'Skærm 12" og 14"'],
    ['“Hold A”', '“Hold A”'],
    ['\u200BHold A\uFEFF', 'Hold A'],
  ];
  for (const [title, expected] of titles)
    for (const delimiter of [';', ',', '\t'])
      it(`takes the title ${title} before ${JSON.stringify(delimiter)}`, () => {
        const { lines } = readTable(`titel${delimiter}start\n${title}${delimiter}7.12.2026\nHold C${delimiter}`);
        expect(lines?.map(({ cells }) => cells)).to.deep.equal([
          { title: expected, start: '7.12.2026' },
          { title: 'Hold C', start: '' },
        ]);
      });

  for (const first of ['sep=;', 'SEP=;', '"sep=;"', 'sep=', '\uFEFFsep=;'])
    it(`passes over a first line ${first}, and counts it`, () => {
      const { lines } = readTable(`${first}\r\nkontekst;start\r\n2;7.12.2026\r\n`);
      expect(lines).to.deep.equal([{ number: 3, cells: { context: '2', start: '7.12.2026' } }]);
    });

  it('is parted by what its first line says', () => {
    expect(readTable('sep=,\ntitel,kontekst\n1;2;3;4,5').lines?.[0]?.cells).to.deep.equal({
      title: '1;2;3;4',
      context: '5',
    });
  });

  it('has no invisible signs in headings and cells', () => {
    const { lines } = readTable('\u200Bkontekst\u200B;\uFEFFstart\n\u200E2;7.12.2026\u202C');
    expect(lines?.[0]?.cells).to.deep.equal({ context: '2', start: '7.12.2026' });
  });

  it('is read at once where a sheet has tens of thousands of empty columns, or a cell as many blanks', () => {
    const begun = performance.now();
    expect(readTable(`titel${'\t'.repeat(50_000)}\nHold A`).fault).to.equal('unknownColumn');
    expect(readTable(`titel;start\nHold A;${' '.repeat(50_000)}7.12.2026`).lines).to.have.length(1);
    expect(performance.now() - begun).to.be.lessThan(1000);
  });

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
    for (const title of ['"oh', '"A" og "B"'])
      expect(readTable(`kontekst;titel\n1;ok\n2;${title}`)).to.deep.equal({ fault: 'unreadable', where: '3' });
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
