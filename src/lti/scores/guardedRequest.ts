import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { FetchFailed } from '../publicFetch.ts';
import type { Reach } from '../reach.ts';

/*
 * ltijs asks for access tokens with an HTTP client of its own that knows no time limit, follows any redirect and asks
 * any address. Node tells of every request when it is made; those made inside `guardRequests` are held to the same
 * rules as our own. Other requests of the process are not touched.
 */
interface Guard {
  timeout: number;
  reach: Reach;
  requests: ClientRequest[];
}

const guards = new AsyncLocalStorage<Guard>();

function checkAddress(request: ClientRequest, socket: Socket, reach: Reach): void {
  const check = (): void => {
    if (!reach.admits(socket.remoteAddress ?? '', request.host)) request.destroy(new FetchFailed('address'));
  };
  if (socket.connecting) socket.once('connect', check);
  else check();
}

function hold(request: ClientRequest, guard: Guard): void {
  // A second request is a redirect: the token must not be asked for, nor our assertion shown, anywhere else.
  if (guard.requests.push(request) > 1) request.destroy(new FetchFailed('address'));
  const timer = setTimeout(() => request.destroy(new FetchFailed('timeout')), guard.timeout);
  request.once('close', () => clearTimeout(timer));
  if (!guard.reach.anywhere) request.once('socket', (socket) => checkAddress(request, socket, guard.reach));
}

subscribe('http.client.request.created', (message) => {
  const guard = guards.getStore();
  if (guard) hold((message as { request: ClientRequest }).request, guard);
});

/** Runs `work` with every HTTP request in it bounded in time, to one address that we may ask. Rejects as `work` does. */
export function guardRequests<Result>(
  { timeout, reach }: { timeout: number; reach: Reach },
  work: () => Promise<Result>,
): Promise<Result> {
  return guards.run({ timeout, reach, requests: [] }, work);
}
