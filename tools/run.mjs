// The one door for every command: sets up what is missing, then runs it. Plain JavaScript without dependencies,
// because it must run on whatever Node the machine has (20 and up) before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const NODE_MAJOR = 24;

const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);
/** @returns {never} */
const stop = (/** @type {string} */ why) => {
  say(why);
  process.exit(1);
};

/** Runs to the end and stops the whole command if it fails. */
const must = (/** @type {string} */ what, /** @type {{ file: string, args: string[] }} */ call, env = process.env) => {
  const { status, error, stdout, stderr } = spawnSync(call.file, call.args, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) stop(`${what} failed.\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`);
};

/** npm through the Node it is to install for; npm tells us where its own script is. */
const npm = (/** @type {string} */ node, /** @type {string[]} */ args) => {
  const script = process.env.npm_execpath;
  return script ? { file: node, args: [script, ...args] } : { file: 'npm', args };
};

/** The path of a Node that is new enough: this one, or one fetched once from the package registry. */
const ensureNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = join(root, '.runtime');
  const binary = join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
  if (!existsSync(binary)) {
    say(`Fetching Node ${NODE_MAJOR} (this machine has ${process.versions.node}) …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const call = npm(process.execPath, [
      'install',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      `${name}@${NODE_MAJOR}`,
      '--prefix',
      folder,
    ]);
    must(`Fetching Node ${NODE_MAJOR}`, call);
  }
  return binary;
};

/** Installs the locked dependencies when they are missing or the lock file has changed since. */
const ensureDependencies = (/** @type {string} */ node, /** @type {NodeJS.ProcessEnv} */ env) => {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const mark = join(root, 'node_modules', '.installed-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  say('Installing dependencies …');
  const call = npm(node, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  must('Installing dependencies', call, env);
  writeFileSync(mark, lock);
};

/** What each command needs and runs. Paths are Node scripts from here. */
const commands = {
  start: { styles: true, script: 'src/main.ts' },
  test: { styles: true, script: 'tools/test.mjs' },
  check: { styles: true, script: 'tools/test.mjs', args: ['--fast'] },
  bench: { styles: true, script: 'bench/run.ts' },
  content: { styles: true, script: 'src/content/cli.ts' },
  platform: { styles: false, script: 'src/cli/platform.ts' },
  evaluation: { styles: false, script: 'src/cli/evaluation.ts' },
  backup: { styles: false, script: 'src/cli/backup.ts' },
  restore: { styles: false, script: 'src/cli/restore.ts' },
  migrate: { styles: false, script: 'src/cli/migrate.ts' },
  reencrypt: { styles: false, script: 'src/cli/reencrypt.ts' },
  person: { styles: false, script: 'src/cli/person.ts' },
  retention: { styles: false, script: 'src/cli/retention.ts' },
};

const [name = '', ...rest] = process.argv.slice(2);
const command =
  /** @type {Record<string, { styles: boolean, script: string, args?: string[] }>} */ (commands)[name] ??
  stop(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`);

const node = ensureNode();
const env = {
  ...process.env,
  PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
};
ensureDependencies(node, env);
if (command.styles) must('Building the styles', { file: node, args: ['tools/styles.mjs'] }, env);

/** A preview is the program itself, on the author's package, following its files. */
const isPreview = name === 'content' && rest[0] === 'preview';
const preview = { COURSE_PREVIEW: 'on', ...(rest[1] && { COURSE_DIR: rest[1] }) };
const [script, args] = isPreview ? [commands.start.script, []] : [command.script, [...(command.args ?? []), ...rest]];
const child = spawn(node, [script, ...args], {
  cwd: root,
  env: isPreview ? { ...env, ...preview } : env,
  stdio: 'inherit',
});
// Ctrl-C reaches the child by itself through the terminal; a signal sent to this process only is handed on.
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => undefined);
// npm's shell dies of a signal without handing it on: a command whose parent is gone has been told to stop.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
