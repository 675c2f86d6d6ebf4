// promtool, which checks the alert rules: an installed one, or that of Debian's package, taken out of it alone. The whole
// package would start a server, and bring libraries for its pages.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '.runtime', 'promtool');
const own = join(folder, 'usr', 'bin', 'promtool');

/** Path of promtool, or undefined. */
export function findPromtool() {
  return [process.env.PROMTOOL_PATH, '/usr/bin/promtool', own].find((place) => place && existsSync(place));
}

/** Fetches 19 MB where Debian's packages can be had; without it the test of the rules is skipped, and says so. */
export function ensurePromtool() {
  if (findPromtool()) return;
  console.log('Fetching promtool for the test of the alert rules …');
  mkdirSync(folder, { recursive: true });
  const run = (/** @type {string} */ file, /** @type {string[]} */ args) =>
    spawnSync(file, args, { cwd: folder, stdio: 'ignore' }).status === 0;
  const fetch = () => run('apt-get', ['download', '-qq', 'prometheus']);
  if (!fetch() && run('apt-get', ['update', '-qq'])) fetch();
  const packed = readdirSync(folder).find((name) => name.endsWith('.deb'));
  if (!packed) return;
  run('dpkg-deb', ['-x', packed, 'all']);
  mkdirSync(join(folder, 'usr', 'bin'), { recursive: true });
  run('mv', ['all/usr/bin/promtool', own]);
  for (const rest of ['all', packed]) rmSync(join(folder, rest), { recursive: true, force: true });
}
