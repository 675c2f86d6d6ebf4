import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { outside } from '../support/outside.ts';

export interface Ended {
  code: number;
  out: string;
  err: string;
}

const folder = join(import.meta.dirname, '..', '..', 'src', 'cli');

/** A command of the program as a process of its own, with these settings and nothing else of the outer environment. */
export const start = (script: string, settings: Record<string, string>, words: string[]): ChildProcess =>
  spawn(process.execPath, [join(folder, script), ...words], {
    env: { ...outside, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

type Script =
  | 'backup.ts'
  | 'restore.ts'
  | 'person.ts'
  | 'platform.ts'
  | 'retention.ts'
  | 'sessions.ts'
  | 'migrate.ts'
  | 'reencrypt.ts';

export const command = async (script: Script, settings: Record<string, string>, ...words: string[]): Promise<Ended> => {
  const child = start(script, settings, words);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
};

/** `npm run platform -- …` as an operator runs it. */
export const platformCommand = (settings: Record<string, string>, words: string[]): Promise<Ended> =>
  command('platform.ts', settings, ...words);
