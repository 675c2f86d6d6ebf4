import type { Clock } from '../../domain/clock.ts';
import type { Reach } from '../reach.ts';
import { describeFrames, type FrameOrigin } from './frames.ts';
import { manageFrames, type FrameManagement } from './manageFrames.ts';
import type { LastLaunches } from './lastLaunches.ts';
import type { Platforms } from './platforms.ts';
import type { DeploymentRule, Platform, PlatformFacts, PlatformStatus } from './record.ts';
import type { SecretTokens } from '../../store/secretTokens.ts';
import type { PlatformEvent, Noting } from './events.ts';

/** What operators see of a platform. */
export interface PlatformSummary {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  status: PlatformStatus;
  deployments: string[];
  deploymentRule: DeploymentRule;
  createdAt: number;
  /** When our current signing key was made. */
  keyCreatedAt: number;
  /** Origins whose pages may frame ours. */
  frames: FrameOrigin[];
  /** To ten minutes; undefined if no one has come from it yet. */
  lastLaunchAt: number | undefined;
}

/** For the command line and the operator's page. Each method returns false if there is no such platform. */
export interface PlatformManagement extends FrameManagement {
  /** Platforms that wait first, then by name. */
  list(): Promise<PlatformSummary[]>;
  get(id: string): Promise<PlatformSummary | undefined>;
  /** Adds a platform described by hand, active at once. `known`: it was registered already and stays unchanged. */
  add(facts: PlatformFacts): Promise<{ id: string; known: boolean }>;
  activate(id: string): Promise<boolean>;
  deactivate(id: string): Promise<boolean>;
  /** Deletes the registration and our keys for it. Its rooms stay, and are used again if the same client returns. */
  remove(id: string): Promise<boolean>;
  admitDeployment(id: string, deployment: string): Promise<boolean>;
  /** @param leaked withdraws the earlier keys at once, without overlap */
  rotateKeys(id: string, leaked?: boolean): Promise<boolean>;
  /** Returns a registration link that works once, within seven days. */
  invite(): Promise<string>;
}

interface Deps {
  platforms: Platforms;
  invitations: SecretTokens;
  lastLaunches: LastLaunches;
  toolUrl: string;
  clock: Clock;
  /** Which addresses may be entered by hand. */
  reach: Reach;
  /** Call this when the origins that may frame us may have changed. */
  changed: () => void;
  audit: (event: PlatformEvent, platform: string) => void;
}

const order: Record<PlatformStatus, number> = { waiting: 0, active: 1, off: 2 };
function byUrgency(one: PlatformSummary, other: PlatformSummary): number {
  return order[one.status] - order[other.status] || one.name.localeCompare(other.name, 'da');
}

async function summaryOf(platform: Platform, lastLaunches: LastLaunches): Promise<PlatformSummary> {
  const { id, name, issuer, clientId, status, deployments, deploymentRule, createdAt, keys } = platform;
  const shown = { id, name, issuer, clientId, status, deployments, deploymentRule, createdAt };
  const frames = describeFrames(platform);
  return { ...shown, frames, keyCreatedAt: keys[0]?.createdAt ?? createdAt, lastLaunchAt: await lastLaunches.read(id) };
}

export function managePlatforms(deps: Deps): PlatformManagement {
  const { platforms, invitations, lastLaunches, toolUrl } = deps;
  const noting: Noting = async (event, id, done) => {
    if (!(await done)) return false;
    deps.changed();
    deps.audit(event, id);
    return true;
  };
  return {
    list: async () => {
      const found = await platforms.list();
      return (await Promise.all(found.map((one) => summaryOf(one, lastLaunches)))).sort(byUrgency);
    },
    get: async (id) => {
      const found = await platforms.get(id);
      return found && summaryOf(found, lastLaunches);
    },
    add: async (facts) => {
      const { platform, known } = await platforms.add(facts, 'active');
      if (!known) await noting('platform-added', platform.id, Promise.resolve(true));
      return { id: platform.id, known };
    },
    activate: (id) => noting('platform-activated', id, platforms.setStatus(id, 'active')),
    deactivate: (id) => noting('platform-deactivated', id, platforms.setStatus(id, 'off')),
    remove: async (id) => {
      await lastLaunches.forget(id);
      return noting('platform-removed', id, platforms.remove(id));
    },
    admitDeployment: (id, deployment) =>
      noting('platform-deployment-admitted', id, platforms.listDeployment(id, deployment)),
    ...manageFrames({ ...deps, noting }),
    rotateKeys: (id, leaked = false) => noting('platform-keys-rotated', id, platforms.rotateKeys(id, leaked)),
    invite: async () => {
      const token = await invitations.make();
      deps.audit('platform-invited', '');
      return `${toolUrl}/lti/register?invite=${token}`;
    },
  };
}
