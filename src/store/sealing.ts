import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

/** A text encrypted with AES-256-GCM. */
export interface Sealed {
  vector: Buffer;
  data: Buffer;
  tag: Buffer;
}

export const VECTOR_BYTES = 12;
export const TAG_BYTES = 16;

/**
 * A key of 32 bytes for one purpose, so that no two uses of TOOL_SECRET share a key (HKDF, RFC 5869). Stored data and
 * issued tokens depend on the text of the purpose, which must therefore never change.
 */
export function deriveKey(toolSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', toolSecret, '', purpose, 32));
}

/**
 * Encrypts a text; the same text sealed again looks different. Random vectors are safe for 2^32 values of one key (NIST
 * SP 800-38D, 8.3), far more than a whole country will write.
 * @param boundTo where the text belongs: elsewhere it cannot be opened
 */
export function seal(key: KeyObject | Buffer, text: string, boundTo = ''): Sealed {
  const vector = randomBytes(VECTOR_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, vector, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(boundTo));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { vector, data, tag: cipher.getAuthTag() };
}

/** @throws if it was sealed with another key, bound to something else, or altered */
export function unseal(key: KeyObject | Buffer, { vector, data, tag }: Sealed, boundTo = ''): string {
  const decipher = createDecipheriv('aes-256-gcm', key, vector, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
}
