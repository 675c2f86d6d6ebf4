import { createHash } from 'node:crypto';
import type { CollectionSchema } from '../../store/port.ts';

/** `waiting`: registered but not yet approved by an operator; `off`: switched off by one. */
export type PlatformStatus = 'active' | 'waiting' | 'off';

/**
 * Which deployments of a registration may launch. `listed`: those named. `first`: the first one seen is listed, and the
 * rule becomes `listed`. `any`: all, for platforms that make a deployment for each course or school (Canvas,
 * Brightspace).
 */
export type DeploymentRule = 'listed' | 'first' | 'any';

/** What we must know about a platform to launch from it and to report to it. */
export interface PlatformFacts {
  issuer: string;
  clientId: string;
  /** For operators to read; never used to decide anything. */
  name: string;
  authEndpoint: string;
  tokenEndpoint: string;
  /** `aud` of a client assertion; most platforms want the token endpoint itself. */
  tokenAudience: string;
  jwksUri: string;
  /** Service scopes granted; the same list is asked for every time. */
  scopes: string[];
  deployments: string[];
  deploymentRule: DeploymentRule;
  /** Origins whose pages may frame ours, from the registration or added by hand. */
  origins: string[];
}

/** An origin that a verified launch has named. */
export interface LearnedOrigin {
  origin: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Someone has removed it: it does not count, and is not learned again. */
  refused: boolean;
}

/** One of our own key pairs. A platform's first key signs; all its keys are published. */
export interface OwnKey {
  kid: string;
  publicPem: string;
  /** PKCS #8 PEM, sealed in a `SecretBox`. */
  privateSealed: string;
  createdAt: number;
}

export interface PlatformRecord extends PlatformFacts {
  status: PlatformStatus;
  keys: OwnKey[];
  /** Further origins whose pages may frame ours. */
  learned: LearnedOrigin[];
  createdAt: number;
}

/** A record with the id by which the rest of the program knows the platform. */
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
 * A platform is identified by issuer and client (LTI 1.3 Core, 3.1.3), and its id is derived from both: simultaneous
 * requests cannot register one client twice, and a platform that is removed and comes back finds its rooms again.
 */
export function platformId(issuer: string, clientId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, clientId]))
    .digest('base64url')
    .slice(0, 22);
}
