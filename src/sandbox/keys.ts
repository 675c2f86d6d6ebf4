import { randomUUID } from 'node:crypto';
import {
  SignJWT,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
} from 'jose';
import type { Clock } from '../domain/clock.ts';
import type { Store } from '../store/port.ts';
import type { Misbehaviour } from './misbehaviour.ts';

interface StoredKey {
  created: number;
  publicKey: JWK;
  privateKey: JWK;
}

export interface PlatformKeys {
  keySet(): Promise<JSONWebKeySet>;
  /** Returns a compact RS256 token signed with the newest key. */
  sign(claims: JWTPayload): Promise<string>;
  /** Makes a new signing key, and returns its kid; tokens signed with older keys stay verifiable. */
  rotate(): Promise<string>;
}

/** Makes an RS256 pair. */
export type NewKeyPair = () => Promise<{ publicKey: JWK; privateKey: JWK }>;

interface KeyOptions {
  store: Store;
  clock: Clock;
  misbehave: Misbehaviour;
  keyPair?: NewKeyPair | undefined;
}

async function newKeyPair() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { publicKey: await exportJWK(publicKey), privateKey: await exportJWK(privateKey) };
}

async function makeKey(clock: Clock, keyPair: NewKeyPair): Promise<{ kid: string; doc: StoredKey }> {
  const { publicKey, privateKey } = await keyPair();
  const kid = randomUUID();
  return { kid, doc: { created: clock(), publicKey: { ...publicKey, kid, alg: 'RS256', use: 'sig' }, privateKey } };
}

/** The platform's signing keys: the first is made at the first start and stored. */
export async function openKeys({ store, clock, misbehave, keyPair = newKeyPair }: KeyOptions): Promise<PlatformKeys> {
  const keys = await store.collection<StoredKey, 'created'>({
    name: 'sandbox_keys',
    indexes: [['created']],
    encrypted: ['privateKey'],
  });
  const all = async () => (await keys.find({ where: {}, orderBy: 'created', descending: true })).items;
  const rotate = async (): Promise<string> => {
    const made = await makeKey(clock, keyPair);
    const newest = (await all())[0]?.doc.created ?? 0;
    // If two keys had the same millisecond, it would be unclear which of them signs.
    await keys.insert(made.kid, { ...made.doc, created: Math.max(made.doc.created, newest + 1) });
    return made.kid;
  };
  const imported = new Map<string, Promise<CryptoKey | Uint8Array>>();
  const signingKey = async (): Promise<{ kid: string; key: CryptoKey | Uint8Array }> => {
    const newest = (await all())[0];
    if (!newest) throw new Error('The sandbox has no signing key.');
    const key = imported.get(newest.key) ?? importJWK(newest.doc.privateKey, 'RS256');
    imported.set(newest.key, key);
    return { kid: newest.key, key: await key };
  };
  if ((await all()).length === 0) await rotate();
  return {
    rotate,
    keySet: async () => {
      const keySet = { keys: (await all()).map((stored) => stored.doc.publicKey) };
      return misbehave.keySet ? misbehave.keySet(keySet) : keySet;
    },
    sign: async (claims) => {
      const { kid, key } = await signingKey();
      const header = { alg: 'RS256', kid, typ: 'JWT' };
      return new SignJWT(claims)
        .setProtectedHeader(misbehave.header ? misbehave.header(header) : header)
        .sign(misbehave.signingKey ?? key);
    },
  };
}
