import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from 'chai';
import { partialsIn, sources, templates } from './templates.ts';

const src = join(import.meta.dirname, '..', '..', 'src');
const names = [...templates.keys()];

describe('the templates', () => {
  it('are in folders named as those of the code that renders them', () => {
    const places = ['.', 'features', 'activities'].flatMap((place) => readdirSync(join(src, place)));
    const folders = new Set(names.map((name) => dirname(name.replace(/^partials\//, ''))));
    expect([...folders].filter((folder) => folder !== '.' && !places.includes(folder))).to.deep.equal([]);
  });

  it('have names of one case', () => {
    expect(names.filter((name) => !/^[a-z][a-zA-Z]*$/.test(basename(name)))).to.deep.equal([]);
  });

  it('include no template that there is not', () => {
    const missing = [...templates].flatMap(([name, text]) =>
      partialsIn(text)
        .filter((partial) => !templates.has(partial))
        .map((partial) => `${name}: ${partial}`),
    );
    expect(missing).to.deep.equal([]);
  });

  it('are each rendered, included, or chosen by a name in a model', () => {
    const included = new Set([...templates.values()].flatMap(partialsIn));
    const isNamed = (name: string) => sources.includes(`'${name.replace(/^partials\/|^sandbox\/(?=layout)/, '')}`);
    const isSandbox = (name: string) => name.startsWith('sandbox/') && sources.includes(`'${basename(name)}`);
    const unused = names.filter((name) => !included.has(name) && !isNamed(name) && !isSandbox(name));
    expect(unused).to.deep.equal([]);
  });
});
