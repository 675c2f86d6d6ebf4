import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { target } from '../../tools/programMade.mjs';

/** What a start holds in memory of it: docs/decisions/0076. */
describe('the built program', () => {
  const files = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const textOf = (file: string) => readFileSync(join(target, file), 'latin1');

  it('is ASCII: Node holds a file with any other character at two bytes for each', () => {
    expect(files).to.include('main.js');
    // oxlint-disable-next-line no-control-regex
    expect(files.filter((file) => /[^\x00-\x7f]/.test(textOf(file)))).to.deep.equal([]);
  });

  it('has each version of the table of MIME types once', () => {
    const tables = files.flatMap((file) => [...textOf(file).matchAll(/"(node_modules\/[^"]*mime-db)\/db\.json"\(/g)]);
    const versions = [...new Set(tables.map(([, folder = '']) => folder))].map(
      (folder) => (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version,
    );
    expect(versions.length).to.be.above(0);
    expect(versions).to.deep.equal([...new Set(versions)]);
  });
});
