import { createHash, randomBytes } from 'node:crypto';

/** 128 random bits. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

export function isToken(text: unknown): text is string {
  return typeof text === 'string' && /^[\w-]{22}$/.test(text);
}

/** A plain hash: a token has too many bits to be found from it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
