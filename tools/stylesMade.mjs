import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const source = join(root, 'styles');
export const scripts = join(root, 'browser');
export const target = join(root, 'public', 'build');
export const stampFile = join(target, 'stamp.txt');
/** Those that `browser/` imports, and that change with each other. */
const editorPackages = ['commands', 'lang-yaml', 'language', 'lint', 'view'].map((name) => `@codemirror/${name}`);
const makers = ['dkfds', 'sass', 'subset-font', 'esbuild', '@simplewebauthn/browser', ...editorPackages];

/** @param {(Buffer | string)[]} parts */
export function hash(...parts) {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('base64url').slice(0, 10);
}

/**
 * A hash of everything that `public/build` is made of, computed without the packages that make them, which a running
 * server need not have.
 */
export function stamp() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return hash(
    ...['styles', 'unusedStyles', 'browserScripts'].map((name) => readFileSync(join(root, 'tools', `${name}.mjs`))),
    ...makers.map((name) => `${name} ${packages[`node_modules/${name}`]?.integrity}`),
    ...[source, scripts].flatMap((folder) =>
      readdirSync(folder)
        .sort()
        .map((name) => readFileSync(join(folder, name))),
    ),
  );
}

/** Whether the styles in `public/build` were made from these sources. */
export function areStylesMade() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
}
