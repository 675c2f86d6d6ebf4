import type { Clock } from '../../../domain/clock.ts';
import { openSecretTokens } from '../../../store/secretTokens.ts';
import type { Store } from '../../../store/port.ts';
import { readMade, readUsed } from './answers.ts';
import { openStoredPasskeys, type StoredPasskeys } from './store.ts';

/** Sign-in by passkey (WebAuthn level 3), for people who have signed in by a link before. */
export interface Passkeys extends Pick<StoredPasskeys, 'all' | 'remove'> {
  /** Whether this key is still kept. */
  has(id: string): Promise<boolean>;
  /** What a browser needs to make one. */
  toMake(name: string): Promise<object>;
  /** Keeps what the browser made; false if it is not a passkey for this site, or was asked for too long ago. */
  keep(name: string, json: string): Promise<boolean>;
  /** What a browser needs to use one. */
  toUse(): Promise<object>;
  /** The id of the passkey that the browser has just used for this site; undefined if it used none of ours. */
  accepts(json: string): Promise<string | undefined>;
}

interface PasskeyDeps {
  store: Store;
  clock: Clock;
  toolUrl: string;
}

/** In milliseconds: time to find the phone that holds the passkey. */
const PATIENCE = 5 * 60_000;

/** COSE identifiers of EdDSA, ES256 and RS256; every device supports one of these. */
const ALGORITHMS = [-8, -7, -257];

/** @param role each role has its own passkeys */
export async function openPasskeys({ store, clock, toolUrl }: PasskeyDeps, role: string): Promise<Passkeys> {
  const kept = await openStoredPasskeys(store, clock, role);
  const { origin, hostname: rpID } = new URL(toolUrl);
  const parts = { ...(await openChallenges({ store, clock }, role)), kept, origin, rpID };
  return {
    all: () => kept.all(),
    has: async (id) => (await kept.get(id)) !== undefined,
    remove: (id) => kept.remove(id),
    ...making(parts),
    ...using(parts),
  };
}

interface Parts {
  kept: StoredPasskeys;
  challenge: () => Promise<Uint8Array<ArrayBuffer>>;
  expectedChallenge: (given: string) => Promise<boolean>;
  origin: string;
  rpID: string;
}

function making({ kept, challenge, rpID, ...site }: Parts): Pick<Passkeys, 'toMake' | 'keep'> {
  return {
    toMake: async (name) =>
      (await library()).generateRegistrationOptions({
        rpID,
        rpName: rpID,
        userName: name,
        timeout: PATIENCE,
        challenge: await challenge(),
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: (await kept.all()).map(({ id, doc: { transports } }) => ({ id, transports })),
        // The device itself checks a finger, a face or a code, and offers its passkeys without our naming a user.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      }),
    keep: async (name, json) => {
      const response = readMade(json);
      if (!response) return false;
      const verifying = (await library()).verifyRegistrationResponse({
        response,
        supportedAlgorithmIDs: ALGORITHMS,
        ...expected({ ...site, rpID }),
      });
      const made = await settled(verifying);
      if (!made?.verified) return false;
      const { id, publicKey, counter } = made.registrationInfo.credential;
      const { transports } = response.response;
      return kept.add(id, { name, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports });
    },
  };
}

function using({ kept, challenge, rpID, ...site }: Parts): Pick<Passkeys, 'toUse' | 'accepts'> {
  return {
    toUse: async () =>
      (await library()).generateAuthenticationOptions({
        rpID,
        timeout: PATIENCE,
        challenge: await challenge(),
        userVerification: 'required',
      }),
    accepts: async (json) => {
      const response = readUsed(json);
      const found = response && (await kept.get(response.id));
      if (!found) return undefined;
      const { publicKey, counter } = found.doc;
      const credential = { id: response.id, publicKey: Buffer.from(publicKey, 'base64url'), counter };
      const given = { response, credential, ...expected({ ...site, rpID }) };
      // The library refuses a counter that has not risen: two devices would then hold the same key.
      const used = await settled((await library()).verifyAuthenticationResponse(given));
      const isOurs = used?.verified === true && (await kept.use(found, used.authenticationInfo.newCounter));
      return isOurs ? response.id : undefined;
    },
  };
}

/** The expected contents of a device's answer. */
function expected({ expectedChallenge, origin, rpID }: Pick<Parts, 'expectedChallenge' | 'origin' | 'rpID'>) {
  return { expectedChallenge, expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true };
}

/** Loaded on demand: it is large, and most processes never sign an editor in. */
function library() {
  return import('@simplewebauthn/server');
}

/** The library throws whenever anything is invalid; here that means undefined. */
async function settled<Result>(verifying: Promise<Result>): Promise<Result | undefined> {
  try {
    return await verifying;
  } catch {
    return undefined;
  }
}

/** Random challenges for devices to sign; each can be used once. */
async function openChallenges(deps: { store: Store; clock: Clock }, role: string) {
  const tokens = await openSecretTokens(deps, { kind: `${role}_challenges`, lifetime: PATIENCE });
  return {
    challenge: async () => {
      await tokens.sweep();
      return new Uint8Array(Buffer.from(await tokens.make(), 'base64url'));
    },
    expectedChallenge: async (given: string) => (await tokens.take(given)) !== undefined,
  };
}
