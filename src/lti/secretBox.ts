import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Seals small texts (private keys, logins under way) with a key of its own, derived from `TOOL_SECRET`. */
export interface SecretBox {
  /** In base64url. Sealed again, the same text looks different from its first character on. */
  seal(text: string): string;
  /** @throws where the text was sealed with another secret, or for another purpose, or altered. */
  open(sealed: string): string;
}

/** A secret for one purpose, so that what leaks in one place opens nothing in another (RFC 5869). */
export function deriveSecret(toolSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', toolSecret, '', purpose, 32));
}

export function createSecretBox(toolSecret: string, purpose = 'lti private keys'): SecretBox {
  const key = deriveSecret(toolSecret, purpose);
  return {
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
