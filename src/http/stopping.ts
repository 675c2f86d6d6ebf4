import type { Server } from 'node:http';

/** Whether the process has been asked to stop: from then on `/health/ready` sends new visitors to another process. */
export interface Stopping {
  asked: boolean;
}

interface Deps {
  stopping: Stopping;
  /** Milliseconds for which requests are still accepted: as long as a proxy may need to notice that we are stopping. */
  drain: number;
  /** Called when no request is left. */
  ended: () => void;
}

/** How long current requests may take after we have stopped accepting new ones. */
const GRACE = 10_000;

/**
 * What to do when the process is asked to stop. A second request to stop does not wait for proxies.
 *
 * Idle connections are closed; the next answer on a connection in use announces that it is the last. So nobody sends a
 * request into a connection that closes at that very moment.
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
