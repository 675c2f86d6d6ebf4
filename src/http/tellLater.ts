import type { RequestHandler, Response } from 'express';

/** Keeps a fault until the form has been read: only then can the page of the fault give back what was written. */
export function tellLater(res: Pick<Response, 'locals'>, fault: unknown): undefined {
  Object.assign(res.locals, { fault });
}

/** Ends a request with the fault that was kept for it, if there is one. */
export function tellNow(): RequestHandler {
  return (_req, res, next) => next((res.locals as { fault?: unknown }).fault);
}
