import type { Server } from 'node:http';

/** Whether the process has been asked to stop: from then on `/health/ready` sends new visitors to another one. */
export interface Stopping {
  asked: boolean;
}

interface Deps {
  stopping: Stopping;
  /** Milliseconds that requests are still taken: as long as a proxy may need to see that we are going. */
  drain: number;
  /** Called when no request is in hand any more. */
  ended: () => void;
}

/** How long requests in hand may take after the door was closed. */
const GRACE = 10_000;

/**
 * What is to be done when the process is asked to stop. Asked twice, it does not wait for proxies.
 *
 * An idle connection is closed; a connection that is used once more is told that this was the last time. So nobody sends a
 * request into a connection that ends at that very moment.
 */
export function createStop(server: Server, { stopping, drain, ended }: Deps): () => void {
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    server.close(ended);
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  };
  server.prependListener('request', (_request, response) => {
    if (stopping.asked) response.setHeader('Connection', 'close');
  });
  return () => {
    if (stopping.asked || drain === 0) close();
    else setTimeout(close, drain);
    stopping.asked = true;
  };
}
