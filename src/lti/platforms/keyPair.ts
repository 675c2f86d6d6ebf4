import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { Clock } from '../../domain/clock.ts';
import type { SecretBox } from '../secretBox.ts';
import type { OwnKey } from './record.ts';

const generate = promisify(generateKeyPair);

/** An RS256 key pair, as PEM: `spki` and `pkcs8`. */
export interface KeyPair {
  publicKey: string;
  privateKey: string;
}

export type NewKeyPair = () => Promise<KeyPair>;

/** It is made off the event loop; ltijs's own function would block every request for up to a second. */
export function newKeyPair(): Promise<KeyPair> {
  return generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

export interface KeyMaking {
  box: SecretBox;
  clock: Clock;
  /** Default: a new one each time. */
  keyPair?: NewKeyPair | undefined;
}

export async function makeKey({ box, clock, keyPair = newKeyPair }: KeyMaking): Promise<OwnKey> {
  const { publicKey, privateKey } = await keyPair();
  return { kid: randomUUID(), publicPem: publicKey, privateSealed: box.seal(privateKey), createdAt: clock() };
}
