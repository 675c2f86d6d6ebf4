import type { IncomingMessage } from 'node:http';

const came = new WeakMap<IncomingMessage, number>();

/** Records a request's arrival, before it waits for its turn. */
export function hasCome(request: IncomingMessage): void {
  came.set(request, performance.now());
}

/** When a request arrived, in milliseconds as `performance.now` counts; now, if it never had to wait. */
export function cameAt(request: IncomingMessage): number {
  return came.get(request) ?? performance.now();
}
