import type { KeyObject } from 'node:crypto';
import { readKeys } from './dataKeys.ts';
import { UndecryptableField } from './errors.ts';
import { seal, TAG_BYTES, unseal } from './sealing.ts';

/** Where a value belongs. The value is bound to this place: moved elsewhere, it cannot be decrypted. */
interface Place {
  collection: string;
  key: string;
  field: string;
}

/** Encrypts single JSON values with AES-256-GCM. */
export interface FieldCipher {
  /** `<key id>.<initialization vector>.<ciphertext and tag>`, the last two in base64url. */
  encrypt(value: unknown, place: Place): string;
  /** @throws {UndecryptableField} */
  decrypt(sealed: unknown, place: Place): unknown;
  /** Ids of the given keys, the encrypting key first. */
  keyIds: readonly string[];
}

/**
 * @param dataKeys base64 of 32 bytes each: the first encrypts, all decrypt. At least one.
 * @throws {WrongDataKey} if one of them is not such a key
 */
export function fieldCipher(dataKeys: readonly string[]): FieldCipher {
  const keys = readKeys(dataKeys);
  const [first] = keys;
  if (!first) throw new Error('There is no key.');
  const [encryptingId, encryptingKey] = first;
  return {
    keyIds: [...keys.keys()],
    encrypt: (value, place) => `${encryptingId}.${write(encryptingKey, value, place)}`,
    decrypt: (sealed, place) => {
      const [id, vector, data, ...rest] = typeof sealed === 'string' ? sealed.split('.') : [];
      if (id === undefined || vector === undefined || data === undefined || rest.length > 0)
        throw new UndecryptableField(place, 'tampered');
      const key = keys.get(id);
      if (!key) throw new UndecryptableField(place, 'unknown-key');
      return read(key, [vector, data], place);
    },
  };
}

/** The id of the key that encrypted a stored value; undefined if the value does not look encrypted. */
export function keyIdOf(value: unknown): string | undefined {
  return typeof value === 'string' ? /^([0-9a-f]{8})\.[\w-]{16}\.[\w-]{22,}$/.exec(value)?.[1] : undefined;
}

function boundTo({ collection, key, field }: Place): string {
  return JSON.stringify([collection, key, field]);
}

function write(key: KeyObject, value: unknown, place: Place): string {
  const { vector, data, tag } = seal(key, JSON.stringify(value), boundTo(place));
  return `${vector.toString('base64url')}.${Buffer.concat([data, tag]).toString('base64url')}`;
}

function read(key: KeyObject, parts: [string, string], place: Place): unknown {
  try {
    const [vector, bytes] = [bytesOf(parts[0]), bytesOf(parts[1])];
    const sealed = { vector, data: bytes.subarray(0, -TAG_BYTES), tag: bytes.subarray(-TAG_BYTES) };
    return JSON.parse(unseal(key, sealed, boundTo(place)));
  } catch {
    // The cause is left out on purpose: a parser's error could quote the value.
    throw new UndecryptableField(place, 'tampered');
  }
}

// Node ignores characters that are not base64url; a stored value must have only one spelling.
function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new Error('not base64url');
  return bytes;
}
