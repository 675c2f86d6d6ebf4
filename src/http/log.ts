import type { RequestHandler } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** One JSON object a line. */
export const createLog = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);

/** What is logged of a request: never a query, header, cookie or body, and no room's whole id. */
export const logRequests = (log: Logger): RequestHandler =>
  pinoHttp({
    logger: log,
    quietReqLogger: true,
    autoLogging: { ignore: (req) => /^\/(assets|health|metrics)/.test(req.url) },
    serializers: {
      req: (req: { method: string; url: string }) => ({ method: req.method, path: logPath(req.url) }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: (error: { type: string }) => ({ type: error.type }),
    },
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'warn' : 'info'),
  });

/** The path without query, its room shortened: enough to follow a fault, not enough to go there. */
export const logPath = (url: string): string =>
  (url.split('?')[0] ?? '').replace(/^(\/rum\/[^/]{6})[^/]*/, '$1…').slice(0, 200);
