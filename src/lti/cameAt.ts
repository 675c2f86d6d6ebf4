import type { IncomingMessage } from 'node:http';

const came = new WeakMap<IncomingMessage, number>();

/** Notes that a request has come, before it waits for its turn. */
export function hasCome(request: IncomingMessage): void {
  came.set(request, performance.now());
}

/** When a request came, as `performance.now` counts; now, if it did not have to wait for its turn. */
export function cameAt(request: IncomingMessage): number {
  return came.get(request) ?? performance.now();
}
