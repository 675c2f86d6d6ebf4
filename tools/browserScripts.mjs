// Makes the scripts of browser/ into files that a browser can load: each is one file with what it needs of packages.
// They are of editors' pages only; all other scripts are served as they are written (public/js).
import { join } from 'node:path';
import { scripts } from './stylesMade.mjs';

/** @returns {Promise<{ name: string, content: string }[]>} */
export async function browserScripts() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    // Those that a page names; the others are parts of them.
    entryPoints: ['courseEditor', 'passkeys'].map((name) => join(scripts, `${name}.js`)),
    outdir: scripts,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles.map(({ path, text }) => ({ name: path.slice(scripts.length + 1), content: text }));
}
