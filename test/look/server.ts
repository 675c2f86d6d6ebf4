import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { once as onlyOnce } from '../../src/util/once.ts';
import { createViews } from '../../src/http/views.ts';

const root = join(import.meta.dirname, '..', '..');

/** Once for all servers of a worker: neither changes while the tests run. */
const buildStyles = onlyOnce(() => execFileSync(process.execPath, [join(root, 'tools', 'styles.mjs')]));
const views = onlyOnce(() => createViews({ root }));

/** The policy of the real pages: nothing inline, nothing foreign. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'";

export interface LookServer {
  address: string;
  close: () => Promise<void>;
}

/** A server with our real views and assets, for pages that tests add. */
export async function startLookServer(addPages: (app: Express) => void): Promise<LookServer> {
  buildStyles();
  const app = express();
  views().useIn(app);
  app.set('views', [join(root, 'views'), import.meta.dirname]);
  app.use((_, res, next) => {
    res.set({ 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer' });
    next();
  });
  app.get(['/assets/none.mp4', '/assets/none.vtt', '/favicon.ico'], (_, res) => res.status(204).end());
  app.use('/assets', express.static(join(root, 'public')));
  addPages(app);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closing(server) };
}

function closing(server: Server) {
  return new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
