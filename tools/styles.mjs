// Makes public/build/: the compressed stylesheets, the fonts and icons that they name, and the scripts that are made of
// packages. Prints nothing; does nothing if everything is up to date.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserScripts } from './browserScripts.mjs';
import { areStylesMade, hash, source, stamp, target } from './stylesMade.mjs';
import { withoutUnused } from './unusedStyles.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const designSystem = join(root, 'node_modules', 'dkfds');

const fonts = {
  'fonts/IBMPlexSans-Regular.woff2': 'dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-Regular-Latin1.woff2',
  'fonts/IBMPlexSans-SemiBold.woff2': 'dist/fonts/IBMPlexSans/split/woff2/IBMPlexSans-SemiBold-Latin1.woff2',
};
const copies = {
  'icons/check-white.svg': 'dist/img/svg-icons/check-white.svg',
  'icons/minus-white.svg': 'dist/img/svg-icons/minus-white.svg',
  'icons/chevron-down.svg': 'dist/img/svg-icons/chevron-down.svg',
  'icons/chevron-up.svg': 'dist/img/svg-icons/chevron-up.svg',
  'icons/arrow-back.svg': 'dist/img/svg-icons/arrow-back.svg',
};

/** The same in the colours of the dark (styles/_scheme.scss): a file cannot take its colour from the page. */
const tints = {
  'icons/check-dark.svg': { from: 'icons/check-white.svg', fill: '#221b26' },
  'icons/chevron-down-light.svg': { from: 'icons/chevron-down.svg', fill: '#f0e8f0' },
  'icons/chevron-up-light.svg': { from: 'icons/chevron-up.svg', fill: '#f0e8f0' },
};

/** Writes the whole file or nothing: a running server never reads half a file. */
function write(/** @type {string} */ path, /** @type {Buffer | string} */ content) {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

/** The characters that the stylesheet declares for the fonts (`unicode-range`). */
function charactersIn(/** @type {string} */ css) {
  const ranges = /unicode-range:([^;}]+)/.exec(css)?.[1] ?? '';
  return [...ranges.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)]
    .flatMap(([, from = '', to = from]) => {
      const first = parseInt(from, 16);
      return Array.from({ length: parseInt(to, 16) - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join('');
}

function compile(/** @type {typeof import('sass')} */ sass, /** @type {string} */ name) {
  const { css } = sass.compile(join(source, `${name}.scss`), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
    logger: sass.Logger.silent,
  });
  return withoutUnused(css);
}

function tinted(/** @type {string} */ svg, /** @type {string} */ fill) {
  return svg.replace(/ fill="[^"]*"/, '').replace('<svg', `<svg fill="${fill}"`);
}

/** Browsers keep files under /assets for a year, so each address carries the hash of its file. */
function addressed(/** @type {string} */ css) {
  return css.replace(/url\(["']?((?:fonts|icons)\/[^"')]+)["']?\)/g, (_, /** @type {string} */ path) => {
    return `url(${path}?v=${hash(readFileSync(join(target, path)))})`;
  });
}

async function build() {
  if (areStylesMade()) return;

  const sass = await import('sass');
  const sheets = ['style', 'staff', 'book'].map((name) => ({ name, css: compile(sass, name) }));
  const { default: subsetFont } = await import('subset-font');
  const characters = charactersIn(sheets.map(({ css }) => css).join(''));
  for (const [to, from] of Object.entries(fonts))
    write(to, await subsetFont(readFileSync(join(designSystem, from)), characters, { targetFormat: 'woff2' }));
  for (const [to, from] of Object.entries(copies)) write(to, readFileSync(join(designSystem, from)));
  for (const [to, { from, fill }] of Object.entries(tints))
    write(to, tinted(readFileSync(join(target, from), 'utf8'), fill));
  for (const { name, css } of sheets) write(`${name}.css`, addressed(css));
  for (const { name, content } of await browserScripts()) write(name, content);
  write('stamp.txt', stamp());
}

await build();
