import { createSecretKey } from 'node:crypto';
import { deriveKey, seal, TAG_BYTES, unseal, VECTOR_BYTES } from '../store/sealing.ts';

/** Seals short texts (private keys, logins under way) with a key of its own, derived from `TOOL_SECRET`. */
export interface SecretBox {
  /** Returns base64url: vector, tag and text. The same text sealed again differs from its first character on. */
  seal(text: string): string;
  /** @throws if the text was sealed with another secret or for another purpose, or was altered */
  open(sealed: string): string;
}

export function createSecretBox(toolSecret: string, purpose = 'lti private keys'): SecretBox {
  // Prepared once for all texts, which with plain bytes takes five times as long for each.
  const key = createSecretKey(deriveKey(toolSecret, purpose));
  return {
    seal: (text) => {
      const { vector, data, tag } = seal(key, text);
      return Buffer.concat([vector, tag, data]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      const dataAt = VECTOR_BYTES + TAG_BYTES;
      return unseal(key, {
        vector: bytes.subarray(0, VECTOR_BYTES),
        tag: bytes.subarray(VECTOR_BYTES, dataAt),
        data: bytes.subarray(dataAt),
      });
    },
  };
}
