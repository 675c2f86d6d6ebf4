import { createPrivateKey, createPublicKey } from 'node:crypto';
import { newKeyPair, type KeyPair } from '../../src/lti/platforms/keyPair.ts';

/** More than one test makes: no two keys of a test are the same. */
const SO_MANY = 16;

const made: Promise<KeyPair>[] = [];
let handedOut = 0;

/** The key pairs of a worker in turn: to make one takes as long as to start the whole tool. */
export function keyPairInTurn(): Promise<KeyPair> {
  const at = handedOut++ % SO_MANY;
  return (made[at] ??= newKeyPair());
}

export async function jwkPairInTurn() {
  const { publicKey, privateKey } = await keyPairInTurn();
  return {
    publicKey: createPublicKey(publicKey).export({ format: 'jwk' }),
    privateKey: createPrivateKey(privateKey).export({ format: 'jwk' }),
  };
}
