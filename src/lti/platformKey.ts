import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** Only what is needed to verify RS256 (RFC 7517, 4; RFC 7518, 6.3.1); other members of the JWK are dropped. */
const rsaKey = z.object({
  kid: z.string().min(1).max(255),
  kty: z.literal('RSA'),
  n: z.string().max(2000),
  e: z.string().max(20),
  use: z.literal('sig').optional(),
  alg: z.literal('RS256').optional(),
  key_ops: z
    .array(z.string())
    .refine((uses) => uses.includes('verify'))
    .optional(),
});

/** A platform's public key, as a JWK. */
export type PlatformKey = Pick<z.infer<typeof rsaKey>, 'kid' | 'kty' | 'n' | 'e'>;

/** Goes with the key set that the key is in. */
const imported = new WeakMap<PlatformKey, KeyObject>();

/** The key in the form that Node verifies with, imported once. @throws if its numbers are not a key */
export function keyObjectOf(key: PlatformKey): KeyObject {
  const { kty, n, e } = key;
  const found = imported.get(key) ?? createPublicKey({ key: { kty, n, e }, format: 'jwk' });
  imported.set(key, found);
  return found;
}

/** RS256 needs 2048 bits (RFC 7518, 3.3). With an exponent of 1 anyone could forge a signature. */
function isStrong(key: PlatformKey): boolean {
  try {
    const { modulusLength = 0, publicExponent = 0n } = keyObjectOf(key).asymmetricKeyDetails ?? {};
    return modulusLength >= 2048 && publicExponent >= 3n;
  } catch {
    return false;
  }
}

const keySet = z.object({ keys: z.array(z.unknown()).max(100) });

/** The keys of a key set that may verify a launch, by id. @throws if the text is not a key set */
export function parseKeySet(text: string): Map<string, PlatformKey> {
  const { keys } = keySet.parse(JSON.parse(text));
  const usable = keys.flatMap((key) => {
    const read = rsaKey.safeParse(key);
    return read.success && isStrong(read.data) ? [read.data] : [];
  });
  return new Map(usable.map(({ kid, kty, n, e }) => [kid, { kid, kty, n, e }]));
}
