// The MongoDB for the tests: the server at TEST_MONGODB_URL, or a mongod on the path, or the small server in this
// folder, which Go builds once. Run directly, this script builds it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const source = import.meta.dirname;
const cache = join(source, '..', '..', '.runtime', 'mongo');
const ending = process.platform === 'win32' ? '.exe' : '';

function onPath(/** @type {string} */ name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, `${name}${ending}`))
    .find((file) => existsSync(file));
}

/** Named after its sources, so that an old build is never mistaken for a new one. */
function builtServer() {
  const hash = createHash('sha256');
  for (const file of readdirSync(source).sort())
    if (/\.(go|mod|sum)$/.test(file)) hash.update(file).update(readFileSync(join(source, file)));
  return join(cache, `mongoserver-${hash.digest('hex').slice(0, 16)}${ending}`);
}

/** @typedef {{ kind: 'url', url: string } | { kind: 'mongod' | 'built', file: string } | { kind: 'none', reason: string }} Found */

/** @returns {Found} what there is now; nothing is built. */
export function findMongo() {
  const url = process.env.TEST_MONGODB_URL;
  if (url) return { kind: 'url', url };
  const file = onPath('mongod');
  if (file) return { kind: 'mongod', file };
  if (existsSync(builtServer())) return { kind: 'built', file: builtServer() };
  return {
    kind: 'none',
    reason: onPath('go')
      ? 'its test server is not built; node tools/mongo/server.mjs does it'
      : 'no TEST_MONGODB_URL, no mongod on the path, and no Go to build a test server with',
  };
}

/** Builds the test server if there is none and Go is available. Says so if it cannot. */
export function ensureMongo() {
  const found = findMongo();
  if (found.kind !== 'none') return;
  const go = onPath('go');
  if (!go) {
    console.log(`The MongoDB tests will be skipped: ${found.reason}.`);
    return;
  }
  console.log('Building the MongoDB test server (once; a few minutes) …');
  mkdirSync(cache, { recursive: true });
  const unfinished = join(cache, `unfinished-${process.pid}${ending}`);
  const args = ['build', '-tags', 'ferretdb_no_postgresql', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w'];
  const { status } = spawnSync(go, [...args, '-o', unfinished, '.'], { cwd: source, stdio: 'inherit' });
  if (status !== 0) {
    console.log('The MongoDB test server could not be built. Set TEST_MONGODB_URL or install mongod, and run again.');
    process.exit(1);
  }
  renameSync(unfinished, builtServer());
}

if (process.argv[1] === import.meta.filename) ensureMongo();
