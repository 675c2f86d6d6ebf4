import type { Request } from 'express';

/** Whether the page's own script makes the request, and not a person: the answer is then JSON. */
export function wantsJson(req: Request): boolean {
  return req.accepts(['html', 'json']) === 'json';
}
