import { hkdfSync } from 'node:crypto';

/** A key of 32 bytes for one purpose, so that no two uses of TOOL_SECRET share a key (HKDF, RFC 5869). */
export function deriveKey(toolSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', toolSecret, '', `taettere-paa-job ${purpose}`, 32));
}
