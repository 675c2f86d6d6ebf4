import { randomBytes } from 'node:crypto';

const LENGTH = 32;

/**
 * A form's secret as a page contains it: different each time, so that the sizes of compressed pages reveal nothing
 * about it (the BREACH attack, breachattack.com).
 *
 * @param secret base64url of 32 bytes
 */
export function maskToken(secret: string): string {
  const mask = randomBytes(LENGTH);
  return Buffer.concat([mask, combined(mask, Buffer.from(secret, 'base64url'))]).toString('base64url');
}

/** The secret in a token that a form sent; undefined if it is not a token. */
export function unmaskToken(token: unknown): string | undefined {
  const bytes = typeof token === 'string' ? Buffer.from(token, 'base64url') : Buffer.alloc(0);
  if (bytes.length !== 2 * LENGTH) return undefined;
  return combined(bytes.subarray(0, LENGTH), bytes.subarray(LENGTH)).toString('base64url');
}

function combined(mask: Buffer, bytes: Buffer): Buffer {
  return Buffer.from(mask.map((byte, index) => byte ^ (bytes[index] ?? 0)));
}
