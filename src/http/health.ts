import { withTimeout } from '../util/withTimeout.ts';
import { Router, type Request } from 'express';
import type { Store } from '../store/port.ts';
import { hasToken } from './bearer.ts';
import type { Meters } from './measures.ts';
import type { Stopping } from './stopping.ts';

/** Milliseconds in which the store must answer, shorter than proxies wait for us. */
const PATIENCE = 2000;

/**
 * `/health/live`: the process answers. `/health/ready`: it has begun all its work, is not stopping, and its store
 * answers in time.
 */
export function health(store: Pick<Store, 'ping'>, stopping: Readonly<Stopping>): Router {
  return Router()
    .get('/health/live', (_req, res) => void res.type('text').send('ok'))
    .get('/health/ready', async (_req, res) => {
      const fault = await faultOf(store, stopping);
      res
        .status(fault === undefined ? 200 : 503)
        .type('text')
        .send(fault ?? 'ok');
    });
}

async function faultOf(store: Pick<Store, 'ping'>, { asked, begun }: Readonly<Stopping>): Promise<string | undefined> {
  if (asked) return 'stopping';
  if (!begun) return 'starting';
  const answer = store.ping().then(
    () => undefined,
    () => 'store unavailable',
  );
  return withTimeout(answer, PATIENCE, 'store too slow');
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/**
 * Headers that mark a request as forwarded: a request through a proxy on this machine need not come from this machine.
 */
const proxied = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

function isFromHere(req: Request): boolean {
  return loopback.has(req.socket.remoteAddress ?? '') && proxied.every((name) => req.get(name) === undefined);
}

/** `/metrics` for Prometheus: counts and times, and no person, room or text. */
export function metrics(token: string | undefined, meters: Pick<Meters, 'request' | 'text' | 'contentType'>): Router {
  const mayRead = (req: Request) => (token === undefined ? isFromHere(req) : hasToken(req, token));
  return Router()
    .use((req, res, next) => {
      const begun = performance.now();
      const inRoom = /^\/rum\//i.test(req.originalUrl);
      res.on('finish', () =>
        meters.request({ method: req.method, status: res.statusCode, inRoom }, (performance.now() - begun) / 1000),
      );
      next();
    })
    .get('/metrics', async (req, res, next) => {
      // Treated like an unknown address; the usual code makes the page that says so.
      if (mayRead(req)) res.type(meters.contentType).send(await meters.text());
      else next();
    });
}
