import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * @param {string} why
 * @returns {never}
 */
export function stop(why) {
  say(why);
  process.exit(1);
}

/**
 * Runs to the end and stops the whole command if it fails.
 * @param {string} what
 * @param {{ file: string, args: string[] }} call
 * @param {NodeJS.ProcessEnv} [env]
 */
export function must(what, call, env = process.env) {
  const { status, error, stdout, stderr } = spawnSync(call.file, call.args, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) stop(`${what} failed.\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`);
}

/**
 * npm through the Node it is to install for; npm tells us where its own script is.
 * @param {string} node
 * @param {string[]} args
 */
export function npm(node, args) {
  const script = process.env.npm_execpath;
  return script ? { file: node, args: [script, ...args] } : { file: 'npm', args };
}
