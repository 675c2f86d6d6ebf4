import type { LinkAccess } from '../../http/linkSession.ts';

/** A course system that is registered, as its registration is looked after. */
export interface RegisteredPlatform {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  status: 'active' | 'waiting' | 'off';
  deployments: string[];
  deploymentRule: 'listed' | 'first' | 'any';
  createdAt: number;
  keyCreatedAt: number;
  frames: FrameOrigin[];
  lastLaunchAt: number | undefined;
}

/** Whose pages may hold ours in a frame, and how it is known. */
interface FrameOrigin {
  origin: string;
  source: 'own' | 'given' | 'learned';
}

/** What the operator's page works with. The changing ones answer false where there is no such platform. */
export interface Operation {
  platforms: {
    list(): Promise<RegisteredPlatform[]>;
    get(id: string): Promise<RegisteredPlatform | undefined>;
    activate(id: string): Promise<boolean>;
    deactivate(id: string): Promise<boolean>;
    remove(id: string): Promise<boolean>;
    allowFrame(id: string, written: string): Promise<'allowed' | 'no-origin' | 'no-platform'>;
    forbidFrame(id: string, origin: string): Promise<boolean>;
    rotateKeys(id: string): Promise<boolean>;
    /** A registration link that works once. */
    invite(): Promise<string>;
  };
  operators: LinkAccess;
}
