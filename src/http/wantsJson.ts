import type { Request } from 'express';

/** Whether a page's own script asks, and not a person: it is answered in JSON. */
export function wantsJson(req: Request): boolean {
  return req.accepts(['html', 'json']) === 'json';
}
