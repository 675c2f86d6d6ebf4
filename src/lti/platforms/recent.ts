import type { Clock } from '../../domain/clock.ts';
import type { Platforms } from './platforms.ts';
import type { Platform } from './record.ts';

/** Milliseconds for which a change by another process (the command line) may go unseen at logins and launches. */
export const RECENT = 5_000;

interface Known {
  found: Platform[];
  at: number;
}

/**
 * The same platforms, with active ones cached for a few seconds: a launch looks its platform up four times, and a class
 * of 300 arrives together. Changes by this process count at once. Missing and inactive platforms are not cached, so a
 * platform that has just been added can launch at once, and invented names use no memory.
 */
export function recentPlatforms(platforms: Platforms, clock: Clock): Platforms {
  const { kept, changing } = createKeeping(clock);
  const keptOne = async (name: string, ask: () => Promise<Platform | undefined>) => {
    const [found] = await kept(name, async () => listOf(await ask()));
    return found;
  };
  return {
    ...platforms,
    get: (id) => keptOne(`id ${id}`, () => platforms.get(id)),
    find: (issuer, clientId) =>
      keptOne(`client ${JSON.stringify([issuer, clientId])}`, () => platforms.find(issuer, clientId)),
    ofIssuer: (issuer) => kept(`issuer ${issuer}`, () => platforms.ofIssuer(issuer)),
    add: (...given) => changing(platforms.add(...given)),
    setStatus: (...given) => changing(platforms.setStatus(...given)),
    remove: (id) => changing(platforms.remove(id)),
    admitDeployment: (platform, deployment) => admit({ platforms, changing }, platform, deployment),
    listDeployment: (...given) => changing(platforms.listDeployment(...given)),
    rotateKeys: (...given) => changing(platforms.rotateKeys(...given)),
    changeFrames: (...given) => changing(platforms.changeFrames(...given)),
  };
}

function listOf(found: Platform | undefined): Platform[] {
  return found ? [found] : [];
}

function createKeeping(clock: Clock) {
  const known = new Map<string, Known>();
  let changes = 0;
  const forget = (): void => {
    changes += 1;
    known.clear();
  };
  return {
    kept: async (name: string, ask: () => Promise<Platform[]>): Promise<Platform[]> => {
      const recent = known.get(name);
      const age = recent ? clock() - recent.at : Infinity;
      if (recent && age >= 0 && age < RECENT) return recent.found;
      const [at, before] = [clock(), changes];
      const found = await ask();
      known.delete(name);
      // A value read during a change may be the one from before it.
      if (before === changes && found.length > 0 && found.every(({ status }) => status === 'active'))
        known.set(name, { found, at });
      return found;
    },
    changing: async <Result>(change: Promise<Result>): Promise<Result> => {
      try {
        return await change;
      } finally {
        forget();
      }
    },
  };
}

interface Admitting {
  platforms: Platforms;
  changing: <Result>(change: Promise<Result>) => Promise<Result>;
}

/** Looks in the store before refusing, since another process may just have listed the deployment. */
async function admit({ platforms, changing }: Admitting, platform: Platform, deployment: string): Promise<boolean> {
  if (platform.deploymentRule === 'any' || platform.deployments.includes(deployment)) return true;
  const now = await platforms.get(platform.id);
  return now !== undefined && changing(platforms.admitDeployment(now, deployment));
}
