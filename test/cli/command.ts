import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Ended {
  code: number;
  out: string;
  err: string;
}

const script = join(import.meta.dirname, '..', '..', 'src', 'cli', 'platform.ts');

/** `npm run platform -- …` as an operator runs it, with these settings and nothing else of the outer environment. */
export const platformCommand = async (settings: Record<string, string>, words: string[]): Promise<Ended> => {
  const child = spawn(process.execPath, [script, ...words], {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
};
