import type { RequestHandler } from 'express';
import type { Clock } from '../domain/clock.ts';
import type { Endpoint } from './misbehaviour.ts';

/** One request that the tool made to the platform. */
export interface RecordedRequest {
  at: number;
  endpoint: Endpoint;
  method: string;
  /** With its query string. */
  path: string;
  /** 0 if the connection closed without an answer. */
  status: number;
  /** The parsed body of a score or line item; undefined otherwise. */
  body: unknown;
  /** `authorization` is left out. */
  headers: Record<string, string>;
}

export interface RequestRecord {
  /** Oldest first; at most the last 500. */
  all(): RecordedRequest[];
  of(endpoint: Endpoint): RecordedRequest[];
  clear(): void;
  watch(endpoint: Endpoint): RequestHandler;
}

const kept = 500;
const bodies: readonly Endpoint[] = ['scores', 'lineitems'];

function headersOf(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name === 'authorization' ? [] : [[name, String(value)]],
    ),
  );
}

/** Remembers the tool's requests in memory: for the page "Teknik" and for tests. */
export function createRequestRecord(clock: Clock): RequestRecord {
  const requests: RecordedRequest[] = [];
  return {
    all: () => [...requests],
    of: (endpoint) => requests.filter((request) => request.endpoint === endpoint),
    clear: () => void requests.splice(0),
    watch: (endpoint) => (req, res, next) => {
      const at = clock();
      res.once('close', () => {
        requests.push({
          at,
          endpoint,
          method: req.method,
          path: req.originalUrl,
          status: res.writableFinished ? res.statusCode : 0,
          body: bodies.includes(endpoint) ? req.body : undefined,
          headers: headersOf(req.headers),
        });
        if (requests.length > kept) requests.shift();
      });
      next();
    },
  };
}
