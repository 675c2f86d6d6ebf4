// Makes build/: the programs with what they need of src and of most packages, each in a file or two. Node reads a thousand
// files for a second; these it reads in a moment. Prints nothing; does nothing if everything is up to date.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isProgramMade, programs, stamp, target } from './programMade.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Packages that are loaded only with one of the stores. */
const external = ['mongoose', 'mongodb'];

/** What CommonJS packages take for granted. */
const banner = `
import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);
const __dirname = import.meta.dirname;
const __filename = import.meta.filename;`;

/**
 * ltijs loads mongoose for a store of its own, which it never makes, because our plugin takes its place. It also asks for
 * Node's `punycode`, of which Node warns outside of packages: the package of that name is the same.
 */
const ltijsWithoutItsStore = {
  name: 'ltijs without its store',
  setup(/** @type {import('esbuild').PluginBuild} */ build) {
    build.onResolve({ filter: /^mongoose$/ }, ({ importer }) =>
      /node_modules.ltijs./.test(importer) ? { path: 'mongoose', namespace: 'unused' } : undefined,
    );
    build.onLoad({ filter: /^mongoose$/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
    build.onResolve({ filter: /^punycode$/ }, ({ kind, resolveDir }) =>
      build.resolve('punycode/', { kind, resolveDir }),
    );
  },
};

/**
 * npm lays the same version of a table of 2500 kinds of files beside each package that asks for it, wherever another version lies above:
 * express's is taken for all.
 */
const oneTableOfMimeTypes = {
  name: 'one table of MIME types',
  setup(/** @type {import('esbuild').PluginBuild} */ build) {
    const express = join(root, 'node_modules', 'express');
    build.onResolve({ filter: /^mime-(db|types)$/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === 'asked') return undefined;
      const [own, shared] = await Promise.all(
        [resolveDir, express].map((from) => build.resolve(path, { kind, resolveDir: from, pluginData: 'asked' })),
      );
      return versionOf(own) === versionOf(shared) ? shared : own;
    });
  },
};

/** @param {import('esbuild').ResolveResult | undefined} found a package's file that lies beside its `package.json` */
function versionOf(found) {
  const { version } = JSON.parse(readFileSync(join(dirname(found?.path ?? ''), 'package.json'), 'utf8'));
  return version;
}

async function build() {
  if (isProgramMade()) return;
  const made = stamp();
  const { build: bundle } = await import('esbuild');
  const folder = `${target}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  await bundle({
    entryPoints: programs,
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external,
    banner: { js: banner },
    define: { PROGRAM_STAMP: JSON.stringify(made) },
    plugins: [ltijsWithoutItsStore, oneTableOfMimeTypes],
    sourcemap: 'linked',
    sourcesContent: false,
    chunkNames: 'parts/[name]-[hash]',
    logLevel: 'warning',
  });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.js')) writeInAscii(join(folder, name));
  writeFileSync(join(folder, 'stamp.txt'), made);
  // The whole folder or nothing: a program never begins with half of it.
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
}

/**
 * Node holds a file with any other character at two bytes for each (docs/decisions/0076). esbuild leaves these only in comments and in
 * regular expressions, where an escape means the same.
 * @param {string} file
 */
function writeInAscii(file) {
  const text = readFileSync(file, 'utf8');
  const ascii = text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (ascii !== text) writeFileSync(file, ascii);
}

await build();
