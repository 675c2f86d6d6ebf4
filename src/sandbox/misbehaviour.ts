import type { CryptoKey, JSONWebKeySet, JWTHeaderParameters, JWTPayload } from 'jose';
import type { Request, RequestHandler, Response } from 'express';

/** How an answer goes wrong. */
export type BrokenAnswer =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  /** Never answers. */
  | { kind: 'hang' }
  /** Closes the connection at once; nothing is done. */
  | { kind: 'drop' }
  /** Does what was asked, then closes the connection without an answer. */
  | { kind: 'drop-answer' }
  /** Answers properly, but only when the promise resolves. */
  | { kind: 'hold'; until: Promise<unknown> };

/** The parts of the platform that can be made to fail individually. */
export type Endpoint =
  | 'configuration'
  | 'registration'
  | 'keys'
  | 'token'
  | 'lineitems'
  | 'scores'
  | 'results'
  | 'members';

/**
 * What the platform does wrong, for tests. Assign to it at any time; everything that is not set works correctly. The id
 * token hooks affect every token signed while they are set.
 */
export interface Misbehaviour {
  /** The next answers of an endpoint, in order, one fault each. */
  next: Partial<Record<Endpoint, BrokenAnswer[]>>;
  /** Every answer of an endpoint, while it is set (and `next` is empty). */
  always: Partial<Record<Endpoint, BrokenAnswer>>;
  /** Receives the correct claims, returns those to sign. */
  claims?: ((claims: JWTPayload) => JWTPayload) | undefined;
  /** Receives the correct header, returns the one to sign. */
  header?: ((header: JWTHeaderParameters) => JWTHeaderParameters) | undefined;
  /** Signs with this key instead; the header must name an algorithm that fits it. */
  signingKey?: CryptoKey | Uint8Array | undefined;
  /** Receives the signed token, returns what is posted: for `none`, tampering, or no token at all. */
  token?: ((token: string) => string) | undefined;
  /** Receives the correct key set, returns the one to serve. */
  keySet?: ((keys: JSONWebKeySet) => JSONWebKeySet) | undefined;
  /** Not wrong, but different from Moodle: offers platform storage. */
  storage?: boolean;
}

/** A platform that does nothing wrong yet. */
export function createMisbehaviour(): Misbehaviour {
  return { next: {}, always: {} };
}

function refuse(res: Response, fault: Extract<BrokenAnswer, { kind: 'status' }>): void {
  res
    .status(fault.status)
    .set(fault.headers ?? {})
    .send(fault.body ?? '');
}

function dropInsteadOfAnswer(req: Request, res: Response): void {
  res.end = () => {
    req.socket.destroy();
    return res;
  };
}

/** Runs before an endpoint and makes it fail if a test has asked for that. */
export function faulty(misbehave: Misbehaviour, endpoint: Endpoint): RequestHandler {
  return async (req, res, next) => {
    const fault = misbehave.next[endpoint]?.shift() ?? misbehave.always[endpoint];
    switch (fault?.kind) {
      case 'status': {
        refuse(res, fault);
        return;
      }
      case 'hang':
        return;
      case 'drop':
        req.socket.destroy();
        return;
      case 'drop-answer':
        dropInsteadOfAnswer(req, res);
        break;
      case 'hold':
        await fault.until;
        break;
    }
    next();
  };
}
