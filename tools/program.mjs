// Makes build/: the programs with what they need of src and of most packages, each in a file or two. Node reads a thousand
// files for a second; these it reads in a moment. Prints nothing; does nothing if everything is up to date.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isProgramMade, programs, stamp, target } from './programMade.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Packages that load parts of themselves by path, or only with one of the stores. */
const external = ['ltijs', 'mongoose', 'mongodb', 'pino'];

/** Some packages are CommonJS, and ask for Node's own modules by `require`. */
const banner = `import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);`;

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
