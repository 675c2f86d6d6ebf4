// The entry point of every command: sets up what is missing, then runs it. Plain JavaScript without dependencies,
// because it must run on whatever Node the machine has (20 and up) before anything is installed.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { ensureNode } from './setUp/node.mjs';
import { install, isInstalled, isNew, refuseOtherPackages } from './setUp/packages.mjs';
import { must, root, stop } from './setUp/say.mjs';
import { fromSettingsFile } from './setUp/settingsFile.mjs';
import { isProgramMade, programFile, serverFlags } from './programMade.mjs';
import { areStylesMade } from './stylesMade.mjs';

/**
 * What each command is, and needs:
 * - `develop`: all packages, and what is made: styles and programs;
 * - `serve`: packages to run with, and what is made, with the packages that make it only where it is not made yet;
 * - `beside`: packages to run with, which are never changed, as a server may be running on them.
 * The last two read the settings file.
 */
const commands = {
  start: { kind: 'serve', program: 'main' },
  test: { kind: 'develop', script: 'tools/test.mjs' },
  check: { kind: 'develop', script: 'tools/test.mjs', args: ['--fast'] },
  'test:quick': { kind: 'develop', script: 'tools/test.mjs', args: ['--quick'] },
  pictures: { kind: 'develop', script: 'tools/pictures.mjs' },
  walk: { kind: 'develop', script: 'tools/walk/walk.ts' },
  bench: { kind: 'develop', script: 'bench/run.ts' },
  content: { kind: 'develop', program: 'content' },
  platform: { kind: 'beside', program: 'cli', args: ['platform'] },
  doctor: { kind: 'beside', program: 'cli', args: ['doctor'] },
  editors: { kind: 'beside', program: 'cli', args: ['editors'] },
  evaluation: { kind: 'beside', program: 'cli', args: ['evaluation'] },
  backup: { kind: 'beside', program: 'cli', args: ['backup'] },
  restore: { kind: 'beside', program: 'cli', args: ['restore'] },
  migrate: { kind: 'beside', program: 'cli', args: ['migrate'] },
  reencrypt: { kind: 'beside', program: 'cli', args: ['reencrypt'] },
  person: { kind: 'beside', program: 'cli', args: ['person'] },
  sessions: { kind: 'beside', program: 'cli', args: ['sessions'] },
  retention: { kind: 'beside', program: 'cli', args: ['retention'] },
};

/** @typedef {{ kind: string, program?: 'main' | 'cli' | 'content', script?: string, args?: string[] }} Command */

const [name = '', ...rest] = process.argv.slice(2);
const command =
  /** @type {Record<string, Command>} */ (commands)[name] ??
  stop(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`);

const node = ensureNode();
const env = {
  ...(command.kind === 'develop' ? {} : fromSettingsFile(process.env)),
  // What Node made of the program once is read again at the next start.
  NODE_COMPILE_CACHE: join(root, 'build', 'compiled'),
  ...process.env,
  PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
};

const makers = [
  { what: 'the styles', maker: 'tools/styles.mjs', isMade: areStylesMade },
  { what: 'the program', maker: 'tools/program.mjs', isMade: isProgramMade },
];
const missing = command.kind === 'beside' ? [] : makers.filter(({ isMade }) => !isMade());
const packages = command.kind === 'develop' || missing.length > 0 ? 'all' : 'run';
if (!isInstalled(packages)) {
  if (command.kind === 'beside' && !isNew()) refuseOtherPackages();
  install(node, env);
}
for (const { what, maker } of missing) must(`Building ${what}`, { file: node, args: [maker] }, env);

/** A preview is the program itself, on the author's package, following its files. */
const isPreview = name === 'content' && rest[0] === 'preview';
const preview = { COURSE_PREVIEW: 'on', ...(rest[1] && { COURSE_DIR: rest[1] }) };
const { program = 'main', script = programFile(program) } = command;
const args = isPreview ? [] : [...(command.args ?? []), ...rest];
const flags = command.kind === 'serve' ? serverFlags : [];
const child = spawn(node, [...flags, isPreview ? programFile('main') : script, ...args], {
  cwd: root,
  env: isPreview ? { ...env, ...preview } : env,
  stdio: 'inherit',
});
// The terminal sends Ctrl-C to the child itself; a signal sent to this process only is passed on.
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
process.on('SIGINT', () => undefined);
// npm's shell dies of a signal without passing it on: a command whose parent is gone has been told to stop.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
