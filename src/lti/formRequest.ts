import type { Request } from 'express';

/** Whether the body is a plain browser form, the only kind accepted here. True also for a request without a body. */
export function isFormOrNothing(request: Request): boolean {
  const { 'content-type': type, 'content-length': length, 'transfer-encoding': chunked } = request.headers;
  if (type === undefined) return chunked === undefined && (length === undefined || length === '0');
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type);
}

/**
 * Whether a page of our own sent the form. Browsers say so in `Origin`, which they send with every form, and in
 * `Sec-Fetch-Site`; no page can forge either.
 */
export function isOwnForm(request: Request, toolUrl: string): boolean {
  return request.headers['sec-fetch-site'] === 'same-origin' || request.headers.origin === new URL(toolUrl).origin;
}
