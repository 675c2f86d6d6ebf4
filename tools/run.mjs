// The entry point of every command: sets up what is missing, then runs it. Plain JavaScript without dependencies,
// because it must run on whatever Node the machine has (20 and up) before anything is installed.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { ensureNode } from './setUp/node.mjs';
import { install, isInstalled, isNew, refuseOtherPackages } from './setUp/packages.mjs';
import { must, root, stop } from './setUp/say.mjs';
import { fromSettingsFile } from './setUp/settingsFile.mjs';
import { areStylesMade } from './stylesMade.mjs';

/**
 * What each command is, and needs:
 * - `develop`: all packages and the styles;
 * - `serve`: packages to run with, and the styles, with the packages that make them only where they are not made yet;
 * - `beside`: packages to run with, which are never changed, as a server may be running on them.
 * The last two read the settings file.
 */
const commands = {
  start: { kind: 'serve', script: 'src/main.ts' },
  test: { kind: 'develop', script: 'tools/test.mjs' },
  check: { kind: 'develop', script: 'tools/test.mjs', args: ['--fast'] },
  'test:quick': { kind: 'develop', script: 'tools/test.mjs', args: ['--quick'] },
  pictures: { kind: 'develop', script: 'tools/pictures.mjs' },
  walk: { kind: 'develop', script: 'tools/walk/walk.ts' },
  bench: { kind: 'develop', script: 'bench/run.ts' },
  content: { kind: 'develop', script: 'src/cli/content.ts' },
  platform: { kind: 'beside', script: 'src/cli/main.ts', args: ['platform'] },
  editors: { kind: 'beside', script: 'src/cli/main.ts', args: ['editors'] },
  evaluation: { kind: 'beside', script: 'src/cli/main.ts', args: ['evaluation'] },
  backup: { kind: 'beside', script: 'src/cli/main.ts', args: ['backup'] },
  restore: { kind: 'beside', script: 'src/cli/main.ts', args: ['restore'] },
  migrate: { kind: 'beside', script: 'src/cli/main.ts', args: ['migrate'] },
  reencrypt: { kind: 'beside', script: 'src/cli/main.ts', args: ['reencrypt'] },
  person: { kind: 'beside', script: 'src/cli/main.ts', args: ['person'] },
  sessions: { kind: 'beside', script: 'src/cli/main.ts', args: ['sessions'] },
  retention: { kind: 'beside', script: 'src/cli/main.ts', args: ['retention'] },
};

const [name = '', ...rest] = process.argv.slice(2);
const command =
  /** @type {Record<string, { kind: string, script: string, args?: string[] }>} */ (commands)[name] ??
  stop(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`);

const node = ensureNode();
const env = {
  ...(command.kind === 'develop' ? {} : fromSettingsFile(process.env)),
  ...process.env,
  PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
};

const needsStyles = command.kind !== 'beside' && !areStylesMade();
const packages = command.kind === 'develop' || needsStyles ? 'all' : 'run';
if (!isInstalled(packages)) {
  if (command.kind === 'beside' && !isNew()) refuseOtherPackages();
  install(node, env);
}
if (needsStyles) must('Building the styles', { file: node, args: ['tools/styles.mjs'] }, env);

/** A preview is the program itself, on the author's package, following its files. */
const isPreview = name === 'content' && rest[0] === 'preview';
const preview = { COURSE_PREVIEW: 'on', ...(rest[1] && { COURSE_DIR: rest[1] }) };
const [script, args] = isPreview ? [commands.start.script, []] : [command.script, [...(command.args ?? []), ...rest]];
const child = spawn(node, [script, ...args], {
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
