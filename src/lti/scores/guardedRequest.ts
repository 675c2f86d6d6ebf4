import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { isPrivateAddress } from '../privateAddress.ts';
import { FetchFailed } from '../publicFetch.ts';

/*
 * ltijs asks for access tokens with an HTTP client of its own that knows no time limit, follows any redirect and asks
 * any address. Node tells of every request when it is made; those made inside `guardRequests` are held to the same
 * rules as our own. Other requests of the process are not touched.
 */
interface Guard {
  timeout: number;
  allowPrivate: boolean;
  requests: ClientRequest[];
}

const guards = new AsyncLocalStorage<Guard>();

const checkAddress = (request: ClientRequest, socket: Socket): void => {
  const check = (): void => {
    if (isPrivateAddress(socket.remoteAddress ?? '')) request.destroy(new FetchFailed('address'));
  };
  if (socket.connecting) socket.once('connect', check);
  else check();
};

const hold = (request: ClientRequest, guard: Guard): void => {
  // A second request is a redirect: the token must not be asked for, nor our assertion shown, anywhere else.
  if (guard.requests.push(request) > 1) request.destroy(new FetchFailed('address'));
  const timer = setTimeout(() => request.destroy(new FetchFailed('timeout')), guard.timeout);
  request.once('close', () => clearTimeout(timer));
  if (!guard.allowPrivate) request.once('socket', (socket) => checkAddress(request, socket));
};

subscribe('http.client.request.created', (message) => {
  const guard = guards.getStore();
  if (guard) hold((message as { request: ClientRequest }).request, guard);
});

/** Runs `work` with every HTTP request in it bounded in time, to one public address. Rejects as `work` does. */
export const guardRequests = <Result>(
  { timeout, allowPrivate }: { timeout: number; allowPrivate: boolean },
  work: () => Promise<Result>,
): Promise<Result> => guards.run({ timeout, allowPrivate, requests: [] }, work);
