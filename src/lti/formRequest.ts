import type { Request } from 'express';

/** Whether a body is what a browser's plain form sends, the only kind that belongs here; true also where there is none. */
export function isFormOrNothing(request: Request): boolean {
  const { 'content-type': type, 'content-length': length, 'transfer-encoding': chunked } = request.headers;
  if (type === undefined) return chunked === undefined && (length === undefined || length === '0');
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type);
}

/**
 * Whether a form was sent by a page of our own. Browsers say so themselves, and no page can make them lie: `Origin` with
 * every form, and `Sec-Fetch-Site`.
 */
export function isOwnForm(request: Request, toolUrl: string): boolean {
  return request.headers['sec-fetch-site'] === 'same-origin' || request.headers.origin === new URL(toolUrl).origin;
}
