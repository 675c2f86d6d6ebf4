import type { DatabasePlugin } from 'ltijs';
import { currentRequest } from './current.ts';
import type { Platforms } from './platforms/platforms.ts';
import type { OwnKey, Platform } from './platforms/record.ts';
import type { SecretBox } from './secretBox.ts';

type Row = Record<string, unknown>;

/** ltijs asked for something that this product never allows. */
export class NotForLtijs extends Error {
  constructor(operation: string) {
    super(`ltijs tried to ${operation}; platforms are written by src/lti/platforms only.`);
    this.name = 'NotForLtijs';
  }
}

/** Collections that ltijs writes and we do not use: its own sessions, its weak nonce list, its token cache. */
const unused = new Set(['idtoken', 'contexttoken', 'nonce', 'state', 'accesstoken']);

function signingKey(platform: Platform): OwnKey {
  const key = platform.keys[0];
  if (!key) throw new Error('A platform without a key of ours.');
  return key;
}

function platformRow(platform: Platform): Row {
  const key = currentRequest.getStore()?.key;
  return {
    platformName: platform.name,
    platformUrl: platform.issuer,
    clientId: platform.clientId,
    authEndpoint: platform.authEndpoint,
    accesstokenEndpoint: platform.tokenEndpoint,
    authorizationServer: platform.tokenAudience,
    kid: signingKey(platform).kid,
    // ltijs passes a key of this method to jsonwebtoken as it is.
    authConfig: key ? { method: 'RSA_KEY', key } : { method: 'JWK_SET', key: platform.jwksUri },
  };
}

function rowOrFalse(row: Row | undefined): Row[] | false {
  return row ? [row] : false;
}

interface Deps {
  platforms: Platforms;
  box: SecretBox;
}

async function findPlatform(platforms: Platforms, { platformUrl, clientId }: Row): Promise<Platform | undefined> {
  const current = currentRequest.getStore()?.platform;
  if (current?.issuer === platformUrl && current?.clientId === clientId) return current;
  if (typeof platformUrl !== 'string' || typeof clientId !== 'string') return undefined;
  return platforms.find(platformUrl, clientId);
}

/** Finds the platform that signs, or once signed, with this key. */
async function findByKey(platforms: Platforms, kid: unknown): Promise<{ platform: Platform; key: OwnKey } | undefined> {
  const current = currentRequest.getStore()?.platform;
  for (const platform of current ? [current] : await platforms.list()) {
    const key = platform.keys.find((one) => one.kid === kid);
    if (key) return { platform, key };
  }
  return undefined;
}

async function publicKeys(platforms: Platforms): Promise<Row[] | false> {
  const keys = (await platforms.list()).flatMap((platform) => platform.keys);
  return keys.length > 0 && keys.map(({ kid, publicPem }) => ({ kid, key: publicPem }));
}

type Reader = (query: Row | undefined) => Promise<Row[] | false>;

function readersOf({ platforms, box }: Deps): Record<string, Reader> {
  return {
    platform: async (query = {}) => {
      const found = await findPlatform(platforms, query);
      return rowOrFalse(found && platformRow(found));
    },
    platformStatus: async (query) => {
      const found = await findByKey(platforms, query?.['id']);
      return [{ id: query?.['id'], active: found?.platform.status === 'active' }];
    },
    publickey: async (query) => {
      if (!query) return publicKeys(platforms);
      const found = await findByKey(platforms, query['kid']);
      return rowOrFalse(found && { kid: found.key.kid, key: found.key.publicPem });
    },
    privatekey: async (query) => {
      const found = await findByKey(platforms, query?.['kid']);
      return rowOrFalse(found && { kid: found.key.kid, key: box.open(found.key.privateSealed) });
    },
  };
}

function dropUnused(operation: string, collection: string): Promise<boolean> {
  return unused.has(collection) ? Promise.resolve(true) : Promise.reject(new NotForLtijs(`${operation} ${collection}`));
}

/**
 * ltijs's database, served from the platform records. ltijs reads platforms, their status and our keys; everything it
 * writes is dropped. `Get('state')` must never reject: ltijs calls it in its own error path, where a rejection ends the
 * process.
 */
export function createPlugin(deps: Deps): DatabasePlugin {
  const readers = readersOf(deps);
  return {
    setup: () => Promise.resolve(true),
    Close: () => Promise.resolve(true),
    Get: async (_secret, collection, query) => (await readers[collection]?.(query)) ?? false,
    Insert: (_secret, collection) => dropUnused('insert', collection),
    Replace: (_secret, collection) => dropUnused('replace', collection),
    Modify: (_secret, collection) => dropUnused('modify', collection),
    Delete: (collection) => dropUnused('delete', collection),
  };
}
