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

/** In the form that Node verifies with; undefined if its numbers are not a key. */
function imported({ kty, n, e }: z.infer<typeof rsaKey>): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty, n, e }, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** RS256 needs 2048 bits (RFC 7518, 3.3). With an exponent of 1 anyone could forge a signature. */
function isStrong({ asymmetricKeyDetails }: KeyObject): boolean {
  const { modulusLength = 0, publicExponent = 0n } = asymmetricKeyDetails ?? {};
  return modulusLength >= 2048 && publicExponent >= 3n;
}

const keySet = z.object({ keys: z.array(z.unknown()).max(100) });

/** The keys of a key set that may verify a launch, by id. @throws if the text is not a key set */
export function parseKeySet(text: string): Map<string, KeyObject> {
  const { keys } = keySet.parse(JSON.parse(text));
  const usable = keys.flatMap((each): [string, KeyObject][] => {
    const read = rsaKey.safeParse(each);
    const key = read.success ? imported(read.data) : undefined;
    return read.success && key && isStrong(key) ? [[read.data.kid, key]] : [];
  });
  return new Map(usable);
}
