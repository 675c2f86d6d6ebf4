import { createLocalJWKSet } from 'jose';
import { z } from 'zod';

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/**
 * The tool's public keys, fetched at every use as Moodle does. jose reads and checks with them, because the tool itself uses
 * jsonwebtoken: a fault of one library is not accepted by the other (docs/decisions/0035).
 * @throws where they cannot be fetched within 5 seconds or are no key set.
 */
export async function toolKeys(url: string): Promise<ReturnType<typeof createLocalJWKSet>> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000), headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`The tool's key set answered ${response.status}.`);
  return createLocalJWKSet(keySet.parse(await response.json()));
}
