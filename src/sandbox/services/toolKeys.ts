import { createLocalJWKSet } from 'jose';
import { z } from 'zod';

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/**
 * The tool's public keys, fetched at every use as in Moodle. They are read and checked with jose, because the tool
 * itself uses jsonwebtoken: the other library does not share a fault of the first (docs/decisions/0035).
 * @throws if they cannot be fetched within 5 seconds or are not a key set
 */
export async function toolKeys(url: string): Promise<ReturnType<typeof createLocalJWKSet>> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000), headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`The tool's key set answered ${response.status}.`);
  return createLocalJWKSet(keySet.parse(await response.json()));
}
