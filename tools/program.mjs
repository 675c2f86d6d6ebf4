// Makes build/: the programs with what they need of src and of most packages, each in a file or two. Node reads a thousand
// files for a second; these it reads in a moment. Prints nothing; does nothing if everything is up to date.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    plugins: [ltijsWithoutItsStore],
    sourcemap: 'linked',
    sourcesContent: false,
    chunkNames: 'parts/[name]-[hash]',
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'stamp.txt'), made);
  // The whole folder or nothing: a program never begins with half of it.
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
}

await build();
