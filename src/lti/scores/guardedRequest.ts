import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { FetchFailed } from '../publicFetch.ts';
import type { Reach } from '../reach.ts';

/*
 * ltijs requests access tokens with its own HTTP client, which has no time limit, follows any redirect and contacts any
 * address. Node announces every request as it is made; requests made inside `guardRequests` must follow the same rules
 * as our own. Other requests of the process are not affected.
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
  // A second request is a redirect: we must not ask another server for the token, nor show it our assertion.
  if (guard.requests.push(request) > 1) request.destroy(new FetchFailed('address'));
  const timer = setTimeout(() => request.destroy(new FetchFailed('timeout')), guard.timeout);
  request.once('close', () => clearTimeout(timer));
  if (!guard.reach.anywhere) request.once('socket', (socket) => checkAddress(request, socket, guard.reach));
}

subscribe('http.client.request.created', (message) => {
  const guard = guards.getStore();
  if (guard) hold((message as { request: ClientRequest }).request, guard);
});

/**
 * Runs `work` with its HTTP requests limited in time, and to a single address that we may contact. Rejects as `work`
 * does.
 */
export function guardRequests<Result>(
  { timeout, reach }: { timeout: number; reach: Reach },
  work: () => Promise<Result>,
): Promise<Result> {
  return guards.run({ timeout, reach, requests: [] }, work);
}
