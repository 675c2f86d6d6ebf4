import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, npm, root, say, stop } from './say.mjs';

/** @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean }} Package */

/** Where npm itself records a complete installation, whoever ran it. */
const NOTE = join(root, 'node_modules', '.package-lock.json');
const BY_HAND = 'npm ci --include=dev';

/**
 * The packages of a lock file, by their folder.
 * @param {string} path
 * @returns {Record<string, Package>}
 */
function packagesIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Whether every needed package is installed in its locked version: those for running, or with `all` also those for
 * developing. Packages for other machines are optional, and npm leaves them out.
 * @param {'run' | 'all'} need
 */
export function isInstalled(need) {
  if (!existsSync(NOTE)) return false;
  const there = packagesIn(NOTE);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(([folder, wanted]) => {
    if (folder === '' || wanted.optional || (wanted.dev && need === 'run')) return true;
    const found = there[folder];
    return found?.version === wanted.version && found?.integrity === wanted.integrity;
  });
}

/**
 * Installs what is locked, packages for developing too: they make the styles. `NODE_ENV=production` alone leaves them out.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
export function install(node, env) {
  if (!mayWrite())
    stop(`Packages are missing in ${root}, and this user may not write there. As its owner, run: ${BY_HAND}`);
  say('Installing dependencies …');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  must('Installing dependencies', npm(node, args), env);
}

/**
 * For commands beside a server that may be running from the same folder: they use what is installed, and never change
 * it.
 * @returns {void}
 */
export function refuseOtherPackages() {
  stop(
    `The installed packages are not those of this version (package-lock.json). Nothing was changed.\n` +
      `A server may be running on them: stop it, run ${BY_HAND}, and start it again.`,
  );
}

/** Whether nothing was ever installed here, so that nothing can be running on it. */
export function isNew() {
  return !existsSync(join(root, 'node_modules'));
}

function mayWrite() {
  try {
    accessSync(root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
