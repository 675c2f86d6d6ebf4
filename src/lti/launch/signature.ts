import { type KeyObject, verify } from 'node:crypto';
import { Refusal } from '../refusal.ts';

/**
 * Verifies a token's signature over the very text that we have read (RS256: RFC 7515, 5.2; RFC 7518, 3.3), with the key
 * we have chosen. ltijs verifies it again with the same key, by `jsonwebtoken`.
 * @throws {Refusal} `signature`
 */
export function verifySignature(token: string, key: KeyObject): void {
  const end = token.lastIndexOf('.');
  const [signed, signature] = [token.slice(0, end), token.slice(end + 1)];
  if (!verify('sha256', Buffer.from(signed), key, Buffer.from(signature, 'base64url')))
    throw new Refusal('signature', { reason: 'not verified' });
}
