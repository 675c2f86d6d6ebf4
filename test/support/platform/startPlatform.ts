import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Clock } from '../../../src/domain/clock.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import type { Store } from '../../../src/store/port.ts';
import { jwkPairInTurn } from '../keyPairs.ts';
import { memoryStore } from '../stores.ts';
import { until } from '../waiting.ts';
import { launch, type Launch, type LaunchOptions } from './launch.ts';

export interface PlatformOptions {
  /** The tool's public address. To change it, close the platform and start it again on the same store. */
  toolUrl: string;
  /** Default: a store in memory that is closed with the platform. */
  store?: Store;
  clock?: Clock;
  /** Default: any free port. Pass it to start again with the same issuer. */
  port?: number;
}

/** The sandbox on its own port: a platform for tests, which they can make misbehave. */
export interface Platform extends Sandbox {
  issuer: string;
  port: number;
  /** A whole launch over HTTP, as in a browser without JavaScript. */
  launch(options: LaunchOptions): Promise<Launch>;
  close(): Promise<void>;
}

/** Ids of the sandbox's people. */
export const people = {
  mette: '4',
  jens: '5',
  amina: '6',
  unnamed: '7',
  instructor: '3',
  administrator: '2',
} as const;

/** Starts a platform. Register the tool with `platform.registerWithTool()`. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const app = express().disable('x-powered-by');
  const server = createServer(app);
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve),
  );
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}/sandbox`;
  const store = options.store ?? (await memoryStore());
  const { toolUrl, clock = Date.now } = options;
  const sandbox = await createSandbox({ issuer, toolUrl, store, clock, keyPair: jwkPairInTurn });
  app.use('/sandbox', sandbox.router);
  if (options.port !== undefined) await until('the platform answers again', () => answers(`${issuer}/keys`));
  return {
    ...sandbox,
    issuer,
    port,
    launch: (what) => launch({ issuer, course: sandbox.course }, what),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      if (!options.store) await store.close();
    },
  };
}

/** `fetch` keeps connections, and may send on one that ended with the platform before this one. */
function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    async (answer) => (await answer.text()) !== '' && answer.ok,
    () => false,
  );
}
