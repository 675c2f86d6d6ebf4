import type { Invitations } from './invitations.ts';
import type { Platforms } from './platforms.ts';
import type { Platform, PlatformFacts, PlatformStatus } from './record.ts';

/** What those who look after platforms see of one. */
export interface PlatformSummary {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  status: PlatformStatus;
  deployments: string[];
  createdAt: number;
}

/** For the command line and the administrator's page. Where there is no such platform the answer is false. */
export interface PlatformManagement {
  list(): Promise<PlatformSummary[]>;
  /** Takes in a platform described by hand, active at once; `known` where it is registered already and left alone. */
  add(facts: PlatformFacts): Promise<{ id: string; known: boolean }>;
  activate(id: string): Promise<boolean>;
  deactivate(id: string): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  rotateKeys(id: string): Promise<boolean>;
  /** A registration link that works once, within seven days. */
  invite(): Promise<string>;
}

const summary = ({ id, name, issuer, clientId, status, deployments, createdAt }: Platform): PlatformSummary => ({
  id,
  name,
  issuer,
  clientId,
  status,
  deployments,
  createdAt,
});

interface Needs {
  platforms: Platforms;
  invitations: Invitations;
  toolUrl: string;
  /** Who may frame us may have changed. */
  changed: () => void;
}

export const managePlatforms = ({ platforms, invitations, toolUrl, changed }: Needs): PlatformManagement => {
  const changing = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    changed();
    return result;
  };
  return {
    list: async () => (await platforms.list()).map(summary),
    add: async (facts) => {
      const { platform, known } = await changing(platforms.add(facts, 'active'));
      return { id: platform.id, known };
    },
    activate: (id) => changing(platforms.setStatus(id, 'active')),
    deactivate: (id) => changing(platforms.setStatus(id, 'off')),
    remove: (id) => changing(platforms.remove(id)),
    rotateKeys: (id) => platforms.rotateKeys(id),
    invite: async () => `${toolUrl}/lti/register?invite=${await invitations.make()}`,
  };
};
