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
 * The same platforms, those that may launch kept for a few seconds: a launch asks for its platform four times, and a
 * class that arrives together three hundred times more. A change by this process counts at once. What is not there or
 * not active is not kept: a platform that has just been added or let in launches at once, and invented names fill nothing.
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
      // What was read while something changed may be what was there before.
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

/** A deployment that another process has just listed must not be refused for what is kept. */
async function admit({ platforms, changing }: Admitting, platform: Platform, deployment: string): Promise<boolean> {
  if (platform.deploymentRule === 'any' || platform.deployments.includes(deployment)) return true;
  const now = await platforms.get(platform.id);
  return now !== undefined && changing(platforms.admitDeployment(now, deployment));
}
