import type { Server } from 'node:http';

/** What `/health/ready` tells a proxy about this process. */
export interface Stopping {
  /** It has been asked to stop: new visitors go to another process. */
  asked: boolean;
  /** Everything that runs by itself has been started. */
  begun: boolean;
}

interface Deps {
  stopping: Stopping;
  /** Milliseconds for which requests are still accepted: as long as a proxy may need to notice that we are stopping. */
  drain: number;
  /** Called at once: begin nothing more that is not asked for by a request. */
  asked: () => void;
  /** Called when no request is left. */
  ended: () => void;
  /** Called when the time is over. What is in hand then is taken up by another process, or at the next start. */
  late: () => void;
}

/** From the request to stop until the end of the process, where the drain leaves time for it. */
const WHOLE = 10_000;
/** What is in hand, and the store, have this long after the last request. */
const LAST = 2500;
/** Requests have this long after we have stopped accepting new ones, however long the drain is. */
const SHORTEST_GRACE = 2000;

/**
 * What to do when the process is asked to stop. A second request to stop does not wait for proxies.
 *
 * Idle connections are closed; the next answer on a connection in use announces that it is the last. So nobody sends a
 * request into a connection that closes at that very moment.
 */
export function createStop(server: Server, { stopping, drain, asked, ended, late }: Deps): () => void {
  const grace = Math.max(SHORTEST_GRACE, WHOLE - drain - LAST);
  let closed = false;
  const close = () => {
    if (closed) return;
    closed = true;
    server.close(ended);
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), grace).unref();
    setTimeout(late, grace + LAST).unref();
  };
  server.prependListener('request', (_request, response) => {
    if (stopping.asked) response.setHeader('Connection', 'close');
  });
  return () => {
    if (!stopping.asked) asked();
    if (stopping.asked || drain === 0) close();
    else setTimeout(close, drain);
    stopping.asked = true;
  };
}
