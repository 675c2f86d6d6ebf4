import { createHash } from 'node:crypto';
import type { CollectionSchema } from '../../store/port.ts';

/** `waiting`: registered but not yet let in by an administrator; `off`: shut out by one. */
export type PlatformStatus = 'active' | 'waiting' | 'off';

/**
 * Which deployments of a registration may launch. `listed`: those named. `first`: the first one seen is listed, then it
 * is `listed`. `any`: all, for platforms that make a deployment for each course or school (Canvas, Brightspace).
 */
export type DeploymentRule = 'listed' | 'first' | 'any';

/** What we must know of a platform to launch from it and to report to it. */
export interface PlatformFacts {
  issuer: string;
  clientId: string;
  /** For people who look after platforms; never used to decide anything. */
  name: string;
  authEndpoint: string;
  tokenEndpoint: string;
  /** `aud` of a client assertion; most platforms want the token endpoint itself. */
  tokenAudience: string;
  jwksUri: string;
  /** Service scopes granted; asked for as one constant list. */
  scopes: string[];
  deployments: string[];
  deploymentRule: DeploymentRule;
  /** Origins whose pages may hold ours in a frame, from the registration or by hand. */
  origins: string[];
}

/** An origin that a verified launch has named. */
export interface LearnedOrigin {
  origin: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Someone has taken it away: it does not count, and is not learned again. */
  refused: boolean;
}

/** One of our own key pairs. The first of a platform's keys signs; all are published. */
export interface OwnKey {
  kid: string;
  publicPem: string;
  /** PKCS #8 PEM in a `SecretBox`. */
  privateSealed: string;
  createdAt: number;
}

export interface PlatformRecord extends PlatformFacts {
  status: PlatformStatus;
  keys: OwnKey[];
  /** Origins whose pages may hold ours in a frame too. */
  learned: LearnedOrigin[];
  createdAt: number;
}

/** A record with its id, which the rest of the program knows a platform by. */
export interface Platform extends PlatformRecord {
  id: string;
}

export const platformSchema: CollectionSchema<PlatformRecord, 'issuer' | 'status'> = {
  name: 'lti_platforms',
  indexes: [['issuer'], ['status']],
  encrypted: [],
  migrations: [(doc) => ({ learned: [], ...doc })],
};

/**
 * A platform is known by issuer and client (LTI 1.3 Core, 3.1.3), so its id is made of them: two registrations of one
 * client can never exist, however they race, and a platform that is removed and comes back finds its rooms again.
 */
export function platformId(issuer: string, clientId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, clientId]))
    .digest('base64url')
    .slice(0, 22);
}
