import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { unused, withoutUnused } from '../../tools/unusedStyles.mjs';

const root = join(import.meta.dirname, '..', '..');

describe('Styles that no page uses', () => {
  it('are of classes that no template, no program and no script names', () => {
    const files = ['views', 'src', 'public/js', 'browser'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    const words = new Set(files.flatMap((file) => file.split(/[^\w-]+/)));
    expect(unused.filter((name) => words.has(name))).to.deep.equal([]);
  });

  it('are taken out, and all that others share with them stays', () => {
    const css =
      'p,.body-text{margin:0}.facit{color:red}a.icon-link:not(.x){top:0}b:not(.facit){top:1px}' +
      '@media print{.tab-list{top:0}}@media screen{.tab-list{top:0}.tab{top:0}}@font-face{src:url(a)}';
    expect(withoutUnused(css)).to.equal(
      'p{margin:0}b:not(.facit){top:1px}@media screen{.tab{top:0}}@font-face{src:url(a)}',
    );
  });
});
