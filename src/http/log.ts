import type { RequestHandler } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';
import { requestId } from '../util/requestId.ts';

/** One JSON object a line. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      mixin: ofRequest,
    },
    destination,
  );
}

/** Adds the request's id, which error pages also show, to each line that a request causes. */
function ofRequest(): object {
  const request = requestId();
  return request === '' ? {} : { request };
}

/** Name and place only: an error's message may quote what a person wrote. */
function describeError(error: unknown) {
  return error instanceof Error
    ? {
        name: error.name,
        // Fixed words from our own error, such as "the disk is full".
        ...('trouble' in error && error.trouble ? { trouble: error.trouble } : {}),
        at: error.stack
          ?.split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 8),
      }
    : { name: typeof error };
}

/**
 * Logs each request that is answered or broken off, without query, headers, cookies or body, and without any complete
 * id.
 */
export function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    const begun = performance.now();
    // Read now, because a router shortens the path later. The close of a connection is outside any request.
    const { method, url } = req;
    const request = requestId();
    res.once('close', () => {
      const level = res.statusCode >= 500 ? 'warn' : 'info';
      if (!log.isLevelEnabled(level)) return;
      const milliseconds = Math.round(performance.now() - begun);
      const line = { request, method, path: logPath(url), status: res.statusCode, milliseconds };
      log[level](line, res.writableFinished ? 'request completed' : 'request broken off');
    });
    next();
  };
}

/** The path without query, its ids shortened: enough to trace a fault, not enough to open the page. */
export function logPath(url: string): string {
  return (
    (url.split('?')[0] ?? '')
      // The rest of a one-time link to the operator's or evaluator's page, or to someone's copy, is its key.
      .replace(/^\/+(drift|evaluering|kopi)\/[\w-]{20,}.*$/i, (_, place: string) => `/${place.toLowerCase()}/…`)
      // So is the rest of a personal survey link, a calendar address or a stop link.
      .replace(/^\/+(svar|kalender|stop)\/.*$/i, (_, place: string) => `/${place.toLowerCase()}/…`)
      .replace(/(?<=^\/+rum\/)[^/]{7,}/i, shortened)
      .split('/')
      .map((part) => (isId(part) ? shortened(part) : part))
      .join('/')
      .slice(0, 200)
  );
}

function shortened(id: string): string {
  return `${id.slice(0, 6)}…`;
}

/** True for long parts that are not words and numbers with hyphens between them, as an activity's id is. */
function isId(part: string): boolean {
  return part.length >= 16 && !/^[a-z]+(-([a-z]+|\d+))*$/.test(part);
}
