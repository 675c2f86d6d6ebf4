import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { Clock } from '../../domain/clock.ts';
import type { SecretBox } from '../secretBox.ts';
import type { OwnKey } from './record.ts';

const generate = promisify(generateKeyPair);

/**
 * A new RS256 key pair. It is made off the event loop; ltijs's own function would block every request for up to a
 * second.
 */
export async function makeKey({ box, clock }: { box: SecretBox; clock: Clock }): Promise<OwnKey> {
  const { publicKey, privateKey } = await generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { kid: randomUUID(), publicPem: publicKey, privateSealed: box.seal(privateKey), createdAt: clock() };
}
