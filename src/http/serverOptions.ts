import type { ServerOptions } from 'node:http';

/** How long a connection may take, in milliseconds: one that says nothing, or says it byte by byte, is closed. */
export const serverOptions = {
  /**
   * Longer than proxies keep an idle connection (mostly 60 seconds), so that the proxy closes it and not we at the
   * wrong moment.
   */
  keepAliveTimeout: 75_000,
  /** A browser sends its headers in one piece. */
  headersTimeout: 15_000,
  /** For the whole request: the longest form, a megabyte, over the poorest network (GPRS) takes a good minute. */
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5000,
} as const satisfies ServerOptions;
