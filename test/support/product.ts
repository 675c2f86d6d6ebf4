import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programFile, serverFlags } from '../../tools/programMade.mjs';
import { outside } from './outside.ts';
import { freePort } from './ports.ts';

export interface Product {
  /** `http://localhost:<port>` */
  url: string;
  /** `http://127.0.0.1:<port>/sandbox` */
  sandboxUrl: string;
  dataDir: string;
  /** Everything it has printed, logs included. */
  output(): string;
  pid(): number;
  /** Stops it as an operator would; returns the exit code. */
  stop(): Promise<number | null>;
  /** Kills it. */
  kill(): Promise<void>;
  /** Starts it again on the same data and address, with its clock set forward by `aheadMs`. */
  restart(aheadMs?: number): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

export interface ProductOptions extends Pick<RunOptions, 'through' | 'clock'> {
  /** Where its data folder is made; default: the folder for temporary files. */
  below?: string;
}

/** Looked for once: sources that change during a run are another run's. */
const main = programFile('main');

/** The product as an operator runs it: in its own process, with its own data folder and port. */
export async function startProduct(
  settings: Record<string, string> = {},
  { below = tmpdir(), ...options }: ProductOptions = {},
): Promise<Product> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(below, 'product-'));
  let printed = '';
  let child: ChildProcess;

  const begin = async (aheadMs = 0) => {
    child = run({ PORT: String(port), DATA_DIR: dataDir, ...settings }, { ...options, aheadMs });
    const ready = new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        printed += chunk.toString();
        if (/^Ready: /m.test(printed.slice(mark))) resolve();
      };
      const mark = printed.length;
      child.stdout?.on('data', listen);
      child.stderr?.on('data', listen);
      child.once('exit', (code) => reject(new Error(`The product ended with ${String(code)}:\n${printed}`)));
    });
    await ready;
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exited = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await exited)[0];
  };

  await begin();
  return {
    url: `http://localhost:${port}`,
    sandboxUrl: `http://127.0.0.1:${port}/sandbox`,
    dataDir,
    output: () => printed,
    pid: () => child.pid ?? 0,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
    restart: begin,
    remove: async () => {
      await end('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const laterClock = join(import.meta.dirname, 'laterClock.mjs');
const jumpingClock = join(import.meta.dirname, 'jumpingClock.mjs');

export interface RunOptions {
  /** How far its clock is ahead. */
  aheadMs?: number | undefined;
  /** Another copy of the program. */
  program?: string | undefined;
  /** A file with a number of milliseconds by which the clock is ahead at any moment; writing to it makes the clock jump. */
  clock?: string | undefined;
  /**
   * A command that runs the program: it gets the program's command line appended to its own, and becomes the program
   * (`exec`).
   */
  through?: readonly string[] | undefined;
}

/** Runs the program with these settings and nothing else from the outer environment. */
export function run(
  settings: Record<string, string>,
  { aheadMs = 0, program = main, clock, through = [] }: RunOptions = {},
): ChildProcess {
  const loaded = clock === undefined ? (aheadMs > 0 ? laterClock : undefined) : jumpingClock;
  const line = [...through, process.execPath, ...serverFlags, ...(loaded ? ['--import', loaded] : []), program];
  return spawn(line[0] ?? '', line.slice(1), {
    env: {
      ...outside,
      AHEAD_MS: String(aheadMs),
      NODE_ENV: 'test',
      ...(clock && { CLOCK: clock }),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
