import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Compares in constant time, so that the duration tells nothing about how close a guess is. */
export function hasToken(req: Request, token: string): boolean {
  return timingSafeEqual(digest(req.get('authorization') ?? ''), digest(`Bearer ${token}`));
}
