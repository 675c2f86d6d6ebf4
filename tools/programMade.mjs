import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hash } from './stylesMade.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const target = join(root, 'build');
export const stampFile = join(target, 'stamp.txt');

/** What is built: the programs, and the two halves of the server for one who will read them without starting it. */
export const programs = {
  main: 'src/main.ts',
  cli: 'src/cli/main.ts',
  content: 'src/cli/content.ts',
  app: 'src/app.ts',
  deps: 'src/deps.ts',
};

/**
 * How Node runs the server: new objects get 12 MB instead of 48, which takes a third of what a process holds at work, and a twentieth more
 * of the processor (docs/decisions/0069). The image and the systemd unit say the same.
 */
export const serverFlags = ['--max-semi-space-size=4'];

/** A hash of everything that the built programs are made of; read once, since sources that change meanwhile are another run's. */
export const stamp = once(() => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join('src', name));
  const own = [join('tools', 'program.mjs'), 'package-lock.json'];
  return hash(...[...own, ...sources].flatMap((file) => [file, readFileSync(join(root, file))]));
});

/**
 * @param {() => string} make
 * @returns {() => string}
 */
function once(make) {
  /** @type {string | undefined} */
  let made;
  return () => (made ??= make());
}

/** Whether the programs in `build` were made from these sources. */
export function isProgramMade() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
}

/**
 * What to run: the built program, which starts sooner, or its source where that is newer.
 * @param {keyof typeof programs} name
 */
export function programFile(name) {
  return join(root, isProgramMade() ? `build/${name}.js` : programs[name]);
}
