import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { runProgram } from '../../src/cli/program.ts';
import { programs, type ProgramName } from '../../src/cli/programs.ts';
import type { Config } from '../../src/config.ts';
import { programFile } from '../../tools/programMade.mjs';
import { outside } from '../support/outside.ts';

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** The commands as an operator runs them. */
export const commandFile = programFile('cli');

/** A command of the program as a process of its own, with these settings and nothing else of the outer environment. */
export function start(program: ProgramName, settings: Record<string, string>, words: string[]): ChildProcess {
  return spawn(process.execPath, [commandFile, program, ...words], {
    env: { ...outside, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export async function command(
  program: ProgramName,
  settings: Record<string, string>,
  ...words: string[]
): Promise<Ended> {
  const child = start(program, settings, words);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

/** The same in this process. */
export async function commandHere(
  name: ProgramName,
  words: readonly string[],
  readSettings: () => Config,
): Promise<Ended> {
  const { program } = await programs[name]();
  return runProgram({ name, program }, words, readSettings);
}

/** `npm run platform -- …` as an operator runs it. */
export function platformCommand(settings: Record<string, string>, words: string[]): Promise<Ended> {
  return command('platform', settings, ...words);
}
