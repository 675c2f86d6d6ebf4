import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, npm, root, say } from './say.mjs';

const NODE_MAJOR = 24;

/** The path of a Node that is new enough: this one, or one fetched once from the package registry. */
export function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = join(root, '.runtime');
  const binary = join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
  if (!existsSync(binary)) fetchNode(`${name}@${NODE_MAJOR}`, folder);
  return binary;
}

/**
 * @param {string} wanted
 * @param {string} folder
 */
function fetchNode(wanted, folder) {
  say(`Fetching Node ${NODE_MAJOR} (this machine has ${process.versions.node}) …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', wanted, '--prefix', folder];
  must(`Fetching Node ${NODE_MAJOR}`, npm(process.execPath, args));
}
