import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const parts = [
  'src',
  'build',
  'content',
  'views',
  'public',
  'styles',
  'browser',
  'tools',
  'lti-config',
  'package.json',
  'package-lock.json',
];

interface Lock {
  packages: Record<string, { dev?: boolean; version?: string }>;
}

/** The program in a folder of its own, as after `npm ci` by hand; and an npm that only notes what it is asked for. */
export function copyOfProgram({ packages }: { packages: 'all' | 'run' | 'none' }) {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'));
  chmodSync(folder, 0o755);
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  if (packages === 'all') symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  if (packages === 'run') installForRunning(folder);
  const notes = mkdtempSync(join(tmpdir(), 'npm-'));
  chmodSync(notes, 0o777);
  const asked = join(notes, 'asked');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'npm'), `#!/bin/sh\necho "$@" >> ${asked}\nexit 1\n`, { mode: 0o755 });

  const begin = (name: string, env: Record<string, string>, words: string[] = []): ChildProcess =>
    spawn(process.execPath, [join(folder, 'tools', 'run.mjs'), name, ...words], {
      cwd: folder,
      env: { PATH: `${join(folder, 'bin')}:/usr/bin:/bin`, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...nobody(),
    });
  return {
    folder,
    begin,
    /** What npm was asked for, a line each. */
    npmWas: () => (existsSync(asked) ? readFileSync(asked, 'utf8') : ''),
    command: async (env: Record<string, string>, name: string, ...words: string[]) => {
      const child = begin(name, env, words);
      let said = '';
      child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const [code] = (await once(child, 'close')) as [number];
      return { code, said };
    },
  };
}

/** Where the tests run as root, the program runs as someone who may write nowhere in its folder. */
function nobody(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
}

/** `npm ci --omit=dev` by hand: npm's own note, and no package for developing. */
function installForRunning(folder: string): void {
  const note = join('node_modules', '.package-lock.json');
  const { packages } = JSON.parse(readFileSync(join(root, note), 'utf8')) as Lock;
  const kept = Object.entries(packages).filter(([, one]) => !one.dev);
  for (const [path] of kept.filter(([path]) => path.lastIndexOf('node_modules/') === 0)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    symlinkSync(join(root, path), join(folder, path));
  }
  writeFileSync(join(folder, note), JSON.stringify({ packages: Object.fromEntries(kept) }));
}
