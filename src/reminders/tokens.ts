import { createHash, randomBytes } from 'node:crypto';

/** 128 bits that cannot be guessed. */
export const newToken = (): string => randomBytes(16).toString('base64url');

export const isToken = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{22}$/.test(text);

/** A token has too many bits to be found from its hash. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
