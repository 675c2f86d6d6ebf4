import { STATUS_CODES } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';

/** Of a request only what does not depend on its route. */
export type AnyRequest = Pick<Request, 'method' | 'originalUrl' | 'headers' | 'query'>;

/** Refuses a service request in the form that Moodle gives it. */
export function refuse(req: AnyRequest, res: Response, status: number): void {
  res.status(status).json({
    status,
    reason: STATUS_CODES[status] ?? '',
    request: {
      method: req.method,
      url: req.originalUrl,
      accept: req.headers.accept,
      contentType: req.headers['content-type'],
    },
  });
}

function withoutParameters(type: string): string {
  return (type.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Admits a GET whose Accept is absent or exactly this; also `application/json` and every-type are refused, as in Moodle. */
export function accepts(type: string): RequestHandler {
  return (req, res, next) => {
    const { accept } = req.headers;
    if (accept !== undefined && withoutParameters(accept) !== type) {
      refuse(req, res, 400);
      return;
    }
    next();
  };
}

/** Admits a body of exactly this type; a charset may stand behind it. */
export function takes(type: string): RequestHandler {
  return (req, res, next) => {
    if (withoutParameters(req.headers['content-type'] ?? '') !== type) {
      refuse(req, res, 400);
      return;
    }
    next();
  };
}

/** The query parameter where it is given once; otherwise undefined. */
export function queryText(req: AnyRequest, name: string): string | undefined {
  const value = req.query[name];
  return typeof value === 'string' ? value : undefined;
}

/** A whole number of a query; 0 where there is none. */
export function queryNumber(req: AnyRequest, name: string): number {
  const number = Number.parseInt(queryText(req, name) ?? '', 10);
  return Number.isNaN(number) || number < 0 ? 0 : number;
}
