import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import { deriveKey } from '../../store/sealing.ts';
import { createSecretBox, type SecretBox } from '../secretBox.ts';

/*
 * A login under way is kept by the browser and the platform, not by us: its facts are sealed into its `state`. The
 * nonce and the browser's secret are derived from the state with keys of our own. So a login that never launches leaves
 * nothing behind, and no number of logins can fill the store (docs/decisions/0033).
 */

/** One login under way: what its launch must match (1EdTech Security Framework 1.0, 5.1.1.1 and 5.1.1.5). */
export interface Transaction {
  state: string;
  platform: string;
  nonce: string;
  /** A digest, because it is only ever compared. */
  target: string;
  /** A digest; empty if the platform did not name it at login. */
  deployment: string;
  /** Where the same launch can start again; empty if the platform has no such address. */
  restart: string;
  /** The platform's frame that stores the browser's secret in place of a cookie; empty if a cookie does. */
  storage: string;
  expiresAt: number;
}

/** The platform may show its own login page between our redirect and its answer. */
export const LOGIN_LIFETIME = 10 * 60_000;

export interface Transactions {
  /** Returns the state and nonce for the platform, and the secret for the browser. */
  begin(facts: Omit<Transaction, 'state' | 'nonce' | 'expiresAt'>): Begun;
  /** The login sealed into a state; undefined if we did not begin it. It may have expired, or been used. */
  open(state: string): Transaction | undefined;
  /** Whether a launch comes from the browser that began the login. */
  isSameBrowser(transaction: Transaction, browserSecret: string): boolean;
}

export interface Begun {
  state: string;
  nonce: string;
  browserSecret: string;
}

/** A digest of a text that only needs to be compared. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/**
 * Platform, target, deployment, restart, storage, expiresAt: a tuple without field names, because addresses have little
 * room.
 */
const sealedFacts = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.number()]);

export function createTransactions({ toolSecret, clock }: { toolSecret: string; clock: Clock }): Transactions {
  const box = createSecretBox(toolSecret, 'lti logins');
  const forNonce = deriver(toolSecret, 'lti nonces');
  const forBrowser = deriver(toolSecret, 'lti browsers');
  return {
    begin: ({ platform, target, deployment, restart, storage }) => {
      const facts = [platform, target, deployment, restart, storage, clock() + LOGIN_LIFETIME];
      const state = box.seal(JSON.stringify(facts));
      return { state, nonce: forNonce(state), browserSecret: forBrowser(state) };
    },
    open: (state) => {
      const facts = factsIn(state, box);
      if (!facts) return undefined;
      const [platform, target, deployment, restart, storage, expiresAt] = facts;
      return { state, nonce: forNonce(state), platform, target, deployment, restart, storage, expiresAt };
    },
    isSameBrowser: ({ state }, browserSecret) => isEqual(forBrowser(state), browserSecret),
  };
}

/** Returns a function that derives a value from a state, which only we can do: 32 characters, 192 bits. */
function deriver(toolSecret: string, purpose: string): (state: string) => string {
  const key = createSecretKey(deriveKey(toolSecret, purpose));
  return (state) => createHmac('sha256', key).update(state).digest().subarray(0, 24).toString('base64url');
}

function factsIn(state: string, box: SecretBox): z.infer<typeof sealedFacts> | undefined {
  // Node ignores characters that are not base64url. A login must have one spelling, or it could be used once in each.
  if (Buffer.from(state, 'base64url').toString('base64url') !== state) return undefined;
  try {
    return sealedFacts.parse(JSON.parse(box.open(state)));
  } catch {
    return undefined;
  }
}

function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
