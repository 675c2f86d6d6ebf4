import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import mongoose from 'mongoose';
import { findMongo } from '../../tools/mongo/server.mjs';
import { freePort } from './ports.ts';

/** A real server, reached over its wire protocol. */
export interface Mongo {
  /** Address of a database that nothing else uses. */
  database(): string;
  /** Ends it as a power cut would; nothing listens afterwards. */
  kill(): Promise<void>;
  /** Starts it again, on the same data and the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** The folder of its data; undefined for a server that we did not start. */
  folder: string | undefined;
}

/** `describe`, or a skipped block that says why there is no MongoDB here. */
export function describeWithMongo(title: string, body: (this: Mocha.Suite) => void): void {
  const found = findMongo();
  if (found.kind === 'none') describe.skip(`${title} (skipped: ${found.reason})`, body);
  else describe(title, body);
}

/** The same for tests that kill the server, which must be one that we started. */
export function describeWithOwnMongo(title: string, body: (this: Mocha.Suite) => void): void {
  if (findMongo().kind === 'url') describe.skip(`${title} (skipped: the server of TEST_MONGODB_URL is not ours)`, body);
  else describeWithMongo(title, body);
}

/** One server for the describe block. */
export function mongoForBlock(): () => Mongo {
  let mongo: Mongo | undefined;
  before(async () => {
    mongo = await startMongo();
  });
  after(() => mongo?.stop());
  return () => {
    if (!mongo) throw new Error('MongoDB has not been started yet.');
    return mongo;
  };
}

export async function startMongo(): Promise<Mongo> {
  const found = findMongo();
  if (found.kind === 'none') throw new Error(`No MongoDB: ${found.reason}.`);
  return found.kind === 'url' ? elsewhere(found.url) : ownServer(found.kind, found.file);
}

function newName(): string {
  return `test_${randomUUID().replaceAll('-', '')}`;
}

function notOurs() {
  return Promise.reject(new Error('The server of TEST_MONGODB_URL is not ours to kill.'));
}

function elsewhere(url: string): Mongo {
  const [, server = '', query = ''] = /^([a-z+]+:\/\/[^/?]+)[^?]*(\?.*)?$/.exec(url) ?? [];
  const used: string[] = [];
  return {
    database: () => {
      const address = `${server}/${newName()}${query}`;
      used.push(address);
      return address;
    },
    kill: notOurs,
    restart: notOurs,
    folder: undefined,
    stop: async () => {
      for (const address of used) {
        const connection = await mongoose.createConnection(address).asPromise();
        await connection.dropDatabase();
        await connection.close();
      }
    },
  };
}

async function ownServer(kind: 'mongod' | 'built', file: string): Promise<Mongo> {
  const folder = mkdtempSync(join(tmpdir(), 'mongo-'));
  const port = String(await freePort());
  const args = kind === 'built' ? [folder, port] : ['--dbpath', folder, '--port', port, '--bind_ip', '127.0.0.1'];
  // Go collects its garbage at every few megabytes unless told otherwise: a quarter of the server's processor time.
  const env = { GOGC: '800', ...process.env };
  const start = () => started(spawn(file, args, { env, stdio: ['pipe', 'pipe', 'inherit'] }));
  let child = await start();
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return {
    // The test server is available again at once or not at all: there is no election to wait for.
    database: () => `mongodb://127.0.0.1:${port}/${newName()}?serverSelectionTimeoutMS=1500`,
    kill: () => end('SIGKILL'),
    folder,
    restart: async () => {
      child = await start();
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when the server listens: our own then prints its address, mongod a line of its log. */
async function started(child: ChildProcess): Promise<ChildProcess> {
  if (!child.stdout) throw new Error('The server has no output.');
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.startsWith('mongodb://') || line.includes('Waiting for connections')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`MongoDB ended with ${String(code)} before it listened.`)));
    child.once('error', reject);
  });
  return child;
}
