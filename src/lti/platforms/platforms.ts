import { type Collection, DuplicateKey, type Store, type Stored } from '../../store/port.ts';
import { findAllStored } from '../../store/findAll.ts';
import { update } from '../../store/update.ts';
import { makeKey, type KeyMaking } from './keyPair.ts';
import { publishedKeys, withNewKey } from './ownKeys.ts';
import type { Platform, PlatformFacts, PlatformRecord, PlatformStatus } from './record.ts';
import { platformId, platformSchema } from './record.ts';

/** Platforms as stored now; nothing is cached. Logins and launches ask `recent.ts`. */
export interface Platforms {
  get(id: string): Promise<Platform | undefined>;
  find(issuer: string, clientId: string): Promise<Platform | undefined>;
  ofIssuer(issuer: string): Promise<Platform[]>;
  list(): Promise<Platform[]>;
  /**
   * Adds a platform. A known platform stays exactly as it is (`known`): repeating a registration must not redirect an
   * active platform elsewhere.
   */
  add(facts: PlatformFacts, status: PlatformStatus): Promise<{ platform: Platform; known: boolean }>;
  /** Returns false if there is no such platform. */
  setStatus(id: string, status: PlatformStatus): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  /** Whether this deployment may launch. Under the rule `first`, the first deployment to ask becomes the only one. */
  admitDeployment(platform: Platform, deployment: string): Promise<boolean>;
  /** Adds a deployment that may launch; returns false if there is no such platform. */
  listDeployment(id: string, deployment: string): Promise<boolean>;
  /** Makes a new key of ours, which signs a little later: see `ownKeys.ts`. @param leaked withdraws the earlier keys */
  rotateKeys(id: string, leaked?: boolean): Promise<boolean>;
  /** Changes which pages may frame ours: see `frames.ts`. */
  changeFrames(id: string, change: (now: PlatformRecord) => PlatformRecord): Promise<boolean>;
  /** How many platforms wait for approval. */
  countWaiting(): Promise<number>;
}

type Rows = Collection<PlatformRecord, 'issuer' | 'status'>;

async function admit(rows: Rows, platform: Platform, deployment: string): Promise<boolean> {
  if (platform.deploymentRule === 'any' || platform.deployments.includes(deployment)) return true;
  if (platform.deploymentRule !== 'first') return false;
  // Two first launches may arrive at once: only the one whose change is written is admitted.
  const written = await update(rows, platform.id, (now): PlatformRecord =>
    now.deploymentRule === 'first'
      ? { ...now, deploymentRule: 'listed', deployments: [...now.deployments, deployment] }
      : now,
  );
  return written?.doc.deployments.includes(deployment) ?? false;
}

interface Deps extends KeyMaking {
  store: Store;
}

function withDeployment(record: PlatformRecord, deployment: string): PlatformRecord {
  return record.deploymentRule === 'any'
    ? record
    : { ...record, deploymentRule: 'listed', deployments: [...new Set([...record.deployments, deployment])] };
}

type Reader = (row: Stored<PlatformRecord>) => Platform;

/** If two processes register the same client at once, the first wins. */
async function insertOrFind(
  rows: Rows,
  toPlatform: Reader,
  { id, make }: { id: string; make: () => Promise<PlatformRecord> },
): Promise<{ platform: Platform; known: boolean }> {
  const known = await rows.get(id);
  if (known) return { platform: toPlatform(known), known: true };
  try {
    return { platform: toPlatform(await rows.insert(id, await make())), known: false };
  } catch (error) {
    const other = error instanceof DuplicateKey ? await rows.get(id) : undefined;
    if (other) return { platform: toPlatform(other), known: true };
    throw error;
  }
}

export async function openPlatforms({ store, ...making }: Deps): Promise<Platforms> {
  const { clock } = making;
  const rows = await store.collection(platformSchema);
  const toPlatform: Reader = ({ key, doc }) => ({ ...doc, id: key, keys: publishedKeys(doc.keys, clock()) });
  const all = async (where: Partial<Pick<PlatformRecord, 'issuer' | 'status'>>): Promise<Platform[]> =>
    (await findAllStored(rows, where)).map(toPlatform);
  const get = async (id: string): Promise<Platform | undefined> => {
    const found = await rows.get(id);
    return found && toPlatform(found);
  };
  const change = async (id: string, changing: (now: PlatformRecord) => PlatformRecord): Promise<boolean> =>
    (await update(rows, id, changing)) !== undefined;

  return {
    get,
    find: (issuer, clientId) => get(platformId(issuer, clientId)),
    ofIssuer: (issuer) => all({ issuer }),
    list: () => all({}),
    add: (facts, status) =>
      insertOrFind(rows, toPlatform, {
        id: platformId(facts.issuer, facts.clientId),
        make: async () => ({
          ...facts,
          status,
          keys: [await makeKey(making)],
          learned: [],
          createdAt: clock(),
        }),
      }),
    setStatus: (id, status) => change(id, (now) => ({ ...now, status })),
    remove: (id) => rows.delete(id),
    admitDeployment: (platform, deployment) => admit(rows, platform, deployment),
    listDeployment: (id, deployment) => change(id, (now) => withDeployment(now, deployment)),
    rotateKeys: async (id, leaked = false) => {
      const key = await makeKey(making);
      return change(id, (now) => ({ ...now, keys: withNewKey(now.keys, { key, now: clock(), leaked }) }));
    },
    changeFrames: change,
    countWaiting: () => rows.count({ status: 'waiting' }),
  };
}
