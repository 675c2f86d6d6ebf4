import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Launch } from '../../../src/domain/launch.ts';
import type { ReportQueue } from '../../../src/responses/report.ts';
import type { LookQueue } from '../../../src/rooms/columnLook.ts';
import { createLti, type Lti, type LtiOptions } from '../../../src/lti/index.ts';
import type { Store } from '../../../src/store/port.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { keyPairInTurn } from '../../support/keyPairs.ts';

/** The tool's LTI part alone on a real HTTP server: it greets by answering with the launch as JSON. */
export interface Tool {
  url: string;
  lti: Lti;
  store: Store;
  launches: Launch[];
  logs: Record<string, unknown>[];
  clock: { now: number };
  /** Ends the tool; its store stays open. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

const emptyQueue: ReportQueue = { claim: () => Promise.resolve(undefined) };

const noLooks: LookQueue = { claim: () => Promise.resolve(undefined) };

export function memoryStore(): Promise<Store> {
  return openStore({ databaseUrl: 'sqlite::memory:', dataKeys: [randomBytes(32).toString('base64')] });
}

function page(view: string, model: object): string {
  return `<!doctype html><html lang="da"><body data-view="${view}">
<script type="application/json">${JSON.stringify(model).replaceAll('<', '\\u003c')}</script></body></html>`;
}

/** The model that a page was rendered with. */
export function modelOf(html: string): Record<string, unknown> {
  return JSON.parse(/json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}') as Record<string, unknown>;
}

export async function startTool(overrides: Partial<LtiOptions> = {}): Promise<Tool> {
  const launches: Launch[] = [];
  const logs: Record<string, unknown>[] = [];
  const clock = { now: Date.now() };
  const store = overrides.store ?? (await memoryStore());
  const held: { lti?: Lti } = {};
  // Longer than a machine under load keeps a test waiting: who sends on a connection that has just been closed gets no answer.
  const server = http.createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    if (held.lti?.handles(request.url ?? '')) held.lti.listener(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lti = await createLti({
    toolUrl: url,
    toolSecret: 'a secret that is long enough for a test',
    registration: 'open',
    allowPrivatePlatforms: true,
    store,
    clock: () => clock.now,
    random: () => 0.5,
    log: pino(
      { level: 'debug' },
      { write: (line: string) => void logs.push(JSON.parse(line) as Record<string, unknown>) },
    ),
    render: (view, model) => Promise.resolve(page(view, model)),
    welcome: (launch, response) => {
      launches.push(launch);
      response.writeHead(303, { location: '/rum/test' }).end();
      return Promise.resolve();
    },
    reports: emptyQueue,
    looks: noLooks,
    keyPair: keyPairInTurn,
    columnTitle: (activity) => `Title of ${activity}`,
    ...overrides,
  });
  held.lti = lti;
  const stop = async (): Promise<void> => {
    await lti.close();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };
  return {
    url,
    lti,
    store,
    launches,
    logs,
    clock,
    stop,
    close: async () => {
      await stop();
      await store.close();
    },
  };
}
