import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { WrongDataKey } from './errors.ts';

const KEY_BYTES = 32;

/**
 * The keys of DATA_KEY by id, the first one first.
 * @param dataKeys base64 of 32 bytes each, at least one
 * @throws {WrongDataKey} if one of them is not such a key
 */
export function readKeys(dataKeys: readonly string[]): Map<string, KeyObject> {
  if (dataKeys.length === 0) throw new WrongDataKey('DATA_KEY is missing: it must be base64 of 32 bytes.');
  return new Map(dataKeys.map(readKey).map((key) => [keyId(key), key]));
}

function readKey(text: string): KeyObject {
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== text)
    throw new WrongDataKey('DATA_KEY must be base64 of 32 bytes; several are separated by commas.');
  // Unlike bytes, a key object is prepared once for all values, and never appears in printed output.
  return createSecretKey(key);
}

// Identifies a key without revealing it: 32 bits of a keyed hash of a random key.
function keyId(key: KeyObject): string {
  return createHmac('sha256', key).update('data key id').digest('hex').slice(0, 8);
}
