import type { KeyObject } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { Measures } from '../../domain/measures.ts';
import { type KeySets, KeysUnavailable } from '../keySets.ts';
import { counted } from '../counted.ts';
import { digest, LOGIN_LIFETIME, type Transaction } from '../login/transactions.ts';
import type { Platforms } from '../platforms/platforms.ts';
import type { Platform } from '../platforms/record.ts';
import { Refusal } from '../refusal.ts';
import { claim } from './claimNames.ts';
import { type Claims, readClaims } from './claims.ts';
import { verifySignature } from './signature.ts';
import { checkBelongs, checkTimes, keyIdOf, type UnverifiedToken } from './token.ts';

export interface VerifiedToken {
  claims: Claims;
  platform: Platform;
  key: KeyObject;
}

interface Deps {
  platforms: Platforms;
  keySets: KeySets;
  clock: Clock;
  measures: Measures;
}

async function findActive(platforms: Platforms, id: string): Promise<Platform> {
  const platform = await platforms.get(id);
  if (!platform) throw new Refusal('platform-unknown');
  if (platform.status !== 'active') throw new Refusal('platform-inactive');
  return platform;
}

async function findKey({ keySets, measures }: Deps, platform: Platform, kid: string): Promise<KeyObject> {
  const found = counted(keySets.find(platform.jwksUri, kid), { measures, platform: platform.id, service: 'keys' });
  const key = await found.catch((error: unknown) => {
    throw error instanceof KeysUnavailable ? new Refusal('keys-unavailable', { cause: error }) : error;
  });
  if (!key) throw new Refusal('signature', { reason: 'unknown key' });
  return key;
}

const messages = new Set<unknown>(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest']);

/** Checks that the message answers this login, and asks for something that we do. */
function checkMessage({ payload }: UnverifiedToken, transaction: Transaction): void {
  if (payload[claim.version] !== '1.3.0') throw new Refusal('version');
  if (!messages.has(payload[claim.messageType])) throw new Refusal('message');
  const target = payload[claim.target];
  if (typeof target !== 'string' || digest(target) !== transaction.target) throw new Refusal('target');
  const { deployment } = transaction;
  if (deployment !== '' && digest(String(payload[claim.deployment])) !== deployment)
    throw new Refusal('deployment-unknown');
}

/**
 * Checks a token against its login (1EdTech Security Framework 1.0, 5.1.3). Everything that needs no key is checked
 * first, so that a stranger's token costs the platform no request; then the signature, with one of the platform's own
 * keys.
 * @throws {Refusal}
 */
export async function verifyToken(
  token: UnverifiedToken | undefined,
  transaction: Transaction,
  deps: Deps,
): Promise<VerifiedToken> {
  if (!token) throw new Refusal('token');
  const platform = await findActive(deps.platforms, transaction.platform);
  checkBelongs(token, { ...platform, nonce: transaction.nonce });
  checkTimes(token, { begunAt: transaction.expiresAt - LOGIN_LIFETIME, now: deps.clock() });
  checkMessage(token, transaction);
  const claims = readClaims(token.payload);
  const key = await findKey(deps, platform, keyIdOf(token));
  verifySignature(token.text, key);
  return { claims, platform, key };
}
