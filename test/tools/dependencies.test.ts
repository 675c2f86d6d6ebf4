import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';

const direct = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const lock = z.object({
  packages: z.record(z.string(), z.looseObject({ license: z.string().optional(), version: z.string().optional() })),
});

/** docs/dependencies.md says why. */
const allowed = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Python-2.0', 'PSF-2.0', 'Zlib', 'OFL-1.1', 'MPL-2.0'],
]);

describe('what we take from others', () => {
  const { packages } = lock.parse(JSON.parse(read('package-lock.json')));
  const locked = Object.entries(packages).filter(([path]) => path !== '');

  it('has a reason for each package, and no reason for a package that is gone', () => {
    const { dependencies, devDependencies } = direct.parse(JSON.parse(read('package.json')));
    const firstCells = [...read('docs/dependencies.md').matchAll(/^\| (`.*?) \|/gm)].map(([, cell = '']) => cell);
    const told = firstCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    const isType = (name: string) => name.startsWith('@types/');
    const names = [...Object.keys(dependencies), ...Object.keys(devDependencies).filter((name) => !isType(name))];
    expect(told.filter((name) => name !== '@types/*').sort()).to.deep.equal(names.sort());
  });

  it('is under licences that are allowed, all of it', () => {
    const others = locked.filter(([, { license = 'none' }]) => {
      const all = license.replace(/[()]/g, '').split(' AND ');
      return !all.every((one) => allowed.has(one));
    });
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).to.deep.equal([]);
  });

  it('is fetched from a registry with a hash, each package', () => {
    const unsure = locked.filter(([, entry]) => typeof entry['integrity'] !== 'string');
    expect(unsure.map(([path]) => path)).to.deep.equal([]);
  });

  it('has one copy of MongoDB’s driver, so that its errors are known by their classes', () => {
    const drivers = locked.map(([path]) => path).filter((path) => path.endsWith('node_modules/mongodb'));
    expect(drivers).to.deep.equal(['node_modules/mongodb']);
  });
});

function read(file: string): string {
  return readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8');
}
