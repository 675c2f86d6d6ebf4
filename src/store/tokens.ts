import { createHash, randomBytes } from 'node:crypto';

/** Bytes of the tokens in links that messages carry: 128 bits, 22 characters. */
export const SHORT = 16;

/** A text that cannot be guessed. */
export function newToken(bytes = 24): string {
  return randomBytes(bytes).toString('base64url');
}

/** Whether a text from outside may be a token of so many bytes. */
export function isToken(text: unknown, bytes = 24): text is string {
  return typeof text === 'string' && /^[\w-]+$/.test(text) && text.length === Math.ceil((bytes * 4) / 3);
}

/**
 * What is stored of a token: a reader of the store cannot use it, for a token has too many bits to be found from its
 * hash.
 */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
