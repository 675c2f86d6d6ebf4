import { STATUS_CODES } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';

/** The parts of a request that do not depend on its route. */
export type AnyRequest = Pick<Request, 'method' | 'originalUrl' | 'headers' | 'query'>;

/** Refuses a service request in Moodle's form. */
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

/**
 * Accepts a GET whose Accept is absent or exactly this type; like Moodle, refuses even `application/json` and
 * every-type.
 */
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

/** Accepts a body of exactly this type, with or without a charset. */
export function takes(type: string): RequestHandler {
  return (req, res, next) => {
    if (withoutParameters(req.headers['content-type'] ?? '') !== type) {
      refuse(req, res, 400);
      return;
    }
    next();
  };
}

/** The query parameter if it is given once; otherwise undefined. */
export function queryText(req: AnyRequest, name: string): string | undefined {
  const value = req.query[name];
  return typeof value === 'string' ? value : undefined;
}

/** A whole number in a query; 0 if there is none. */
export function queryNumber(req: AnyRequest, name: string): number {
  const number = Number.parseInt(queryText(req, name) ?? '', 10);
  return Number.isNaN(number) || number < 0 ? 0 : number;
}
