import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { drawings } from '../../src/content/reading/drawings.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'public', 'images', 'drawings');
const names = readdirSync(folder).map((file) => file.replace(/\.svg$/, ''));

describe('a drawing', () => {
  for (const name of names) {
    it(`is small, of the common size, and made of shapes alone: ${name}`, () => {
      const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
      expect(svg.length).to.be.below(7_000);
      expect(svg).to.match(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 640 400" width="640" height="400">/,
      );
      expect(svg).not.to.match(/<(text|style|script|image|foreignObject|animate)|href=|NaN|undefined/);
    });
  }

  it('is in the table of docs/look.md', () => {
    const listed =
      readFileSync(join(root, 'docs', 'look.md'), 'utf8')
        .split('## Drawings')[1]
        ?.split('\n## ')[0] ?? '';
    expect(names.filter((name) => !listed.includes(`\`${name}\``))).to.deep.equal([]);
  });

  it('is there for each theme that a step can name', () => {
    expect(drawings.filter((name) => !names.includes(name))).to.deep.equal([]);
    const themes = readFileSync(join(root, 'docs', 'look.md'), 'utf8').split('| themes of steps and weeks |')[1] ?? '';
    const listed = [...(themes.split('\n')[0] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
    expect(listed.toSorted()).to.deep.equal([...drawings].toSorted());
  });

  it('is there wherever a page names it', () => {
    const templates = readdirSync(join(root, 'views'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.hbs'),
    );
    const named = templates.flatMap((path) =>
      [...readFileSync(join(root, 'views', path), 'utf8').matchAll(/\{\{> drawing name="([^"]+)"/g)].map(
        ([, name]) => name ?? '',
      ),
    );
    expect(named.filter((name) => !names.includes(name) && name !== '…')).to.deep.equal([]);
  });
});
