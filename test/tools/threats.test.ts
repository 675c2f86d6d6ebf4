import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const tests = join(import.meta.dirname, '..');

describe('the threat model', () => {
  const rows = readFileSync(join(tests, '..', 'docs', 'threats.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| threat |^\|---/.test(line));
  const told = rows.map((row) => [...(row.split('|')[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));

  it('names a test for each threat', () => {
    expect(rows.length).to.be.above(30);
    expect(rows.filter((_row, index) => told[index]?.length === 0)).to.deep.equal([]);
  });

  it('names tests that exist', () => {
    expect(told.flat().filter((name) => !existsSync(join(tests, `${name}.test.ts`)))).to.deep.equal([]);
  });
});
