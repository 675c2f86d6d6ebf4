import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  /** Stops as an operator would; the exit code. */
  stop(): Promise<number | null>;
  /** Pulls the plug. */
  kill(): Promise<void>;
  /** Starts again on the same data and address; `aheadMs` later, by its own clock, than it is. */
  restart(aheadMs?: number): Promise<void>;
  /** Ends it and removes its data. */
  remove(): Promise<void>;
}

export interface ProductOptions extends Pick<RunOptions, 'through' | 'clock'> {
  /** Where its data folder is made; where temporary files are, unless given. */
  below?: string;
}

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** The product as an operator runs it: its own process, its own data folder, its own port. */
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
  /** A file whose number, in milliseconds, the clock is ahead by at any moment: what writes there makes it jump. */
  clock?: string | undefined;
  /** A command that runs the program: it is given its command line at the end of its own, and becomes it (`exec`). */
  through?: readonly string[] | undefined;
}

/** Runs `src/main.ts` with these settings and nothing else of the outer environment. */
export function run(
  settings: Record<string, string>,
  { aheadMs = 0, program = main, clock, through = [] }: RunOptions = {},
): ChildProcess {
  const loaded = clock === undefined ? (aheadMs > 0 ? laterClock : undefined) : jumpingClock;
  const line = [...through, process.execPath, ...(loaded ? ['--import', loaded] : []), program];
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
