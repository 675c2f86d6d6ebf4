import type { Clock } from '../../domain/clock.ts';
import { type Collection, DuplicateKey, type Store } from '../../store/port.ts';
import { update } from '../../store/update.ts';
import type { SecretBox } from '../secretBox.ts';
import { makeKey } from './keyPair.ts';
import type { Platform, PlatformFacts, PlatformRecord, PlatformStatus } from './record.ts';
import { platformId, platformSchema } from './record.ts';

export interface Platforms {
  get(id: string): Promise<Platform | undefined>;
  find(issuer: string, clientId: string): Promise<Platform | undefined>;
  ofIssuer(issuer: string): Promise<Platform[]>;
  list(): Promise<Platform[]>;
  /**
   * Takes in a platform. One that is known already stays exactly as it is (`known`): whoever can repeat a registration
   * must not thereby point an active platform elsewhere.
   */
  add(facts: PlatformFacts, status: PlatformStatus): Promise<{ platform: Platform; known: boolean }>;
  /** False where there is no such platform. */
  setStatus(id: string, status: PlatformStatus): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  /** Whether this deployment may launch; under the rule `first` it becomes the one that may. */
  admitDeployment(platform: Platform, deployment: string): Promise<boolean>;
  /** Signs with a new key from now on; the one before it stays published, for platforms that remember our key set. */
  rotateKeys(id: string): Promise<boolean>;
  /** Origins that may frame us: those of active platforms. */
  origins(): Promise<string[]>;
}

type Rows = Collection<PlatformRecord, 'issuer' | 'status'>;
const MAX_KEYS = 2;

const admit = async (rows: Rows, platform: Platform, deployment: string): Promise<boolean> => {
  if (platform.deploymentRule === 'any' || platform.deployments.includes(deployment)) return true;
  if (platform.deploymentRule !== 'first') return false;
  // Two first launches may come at once: only the one whose change is written is admitted by it.
  const written = await update(rows, platform.id, (now): PlatformRecord =>
    now.deploymentRule === 'first'
      ? { ...now, deploymentRule: 'listed', deployments: [...now.deployments, deployment] }
      : now,
  );
  return written?.doc.deployments.includes(deployment) ?? false;
};

const readAll = async (rows: Rows, where: Partial<Pick<PlatformRecord, 'issuer' | 'status'>>): Promise<Platform[]> => {
  const found: Platform[] = [];
  let after: string | undefined;
  do {
    const page = await rows.find({ where, limit: 500, ...(after !== undefined && { after }) });
    found.push(...page.items.map(({ key, doc }) => ({ ...doc, id: key })));
    after = page.next;
  } while (after !== undefined);
  return found;
};

interface Needs {
  store: Store;
  box: SecretBox;
  clock: Clock;
}

export const openPlatforms = async ({ store, box, clock }: Needs): Promise<Platforms> => {
  const rows = await store.collection(platformSchema);
  const get = async (id: string): Promise<Platform | undefined> => {
    const found = await rows.get(id);
    return found && { ...found.doc, id };
  };

  const add: Platforms['add'] = async (facts, status) => {
    const id = platformId(facts.issuer, facts.clientId);
    const known = await get(id);
    if (known) return { platform: known, known: true };
    const record = { ...facts, status, keys: [await makeKey({ box, clock })], createdAt: clock() };
    try {
      await rows.insert(id, record);
    } catch (error) {
      const other = error instanceof DuplicateKey ? await get(id) : undefined;
      if (other) return { platform: other, known: true };
      throw error;
    }
    return { platform: { ...record, id }, known: false };
  };

  const rotateKeys: Platforms['rotateKeys'] = async (id) => {
    const key = await makeKey({ box, clock });
    const written = await update(rows, id, (now) => ({ ...now, keys: [key, ...now.keys].slice(0, MAX_KEYS) }));
    return written !== undefined;
  };

  return {
    get,
    add,
    rotateKeys,
    find: (issuer, clientId) => get(platformId(issuer, clientId)),
    ofIssuer: (issuer) => readAll(rows, { issuer }),
    list: () => readAll(rows, {}),
    setStatus: async (id, status) => (await update(rows, id, (now) => ({ ...now, status }))) !== undefined,
    remove: (id) => rows.delete(id),
    admitDeployment: (platform, deployment) => admit(rows, platform, deployment),
    origins: async () => [...new Set((await readAll(rows, { status: 'active' })).flatMap(({ origins }) => origins))],
  };
};
