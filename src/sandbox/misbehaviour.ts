import type { CryptoKey, JSONWebKeySet, JWTHeaderParameters, JWTPayload } from 'jose';
import type { Request, RequestHandler, Response } from 'express';

/** How one answer goes wrong. */
export type Fault =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  /** Never answers. */
  | { kind: 'hang' }
  /** Closes the connection at once; nothing is done. */
  | { kind: 'drop' }
  /** Does what was asked, then closes the connection instead of answering. */
  | { kind: 'drop-answer' }
  /** Answers properly, but only when the promise resolves. */
  | { kind: 'hold'; until: Promise<unknown> };

/** The parts of the platform that can be made to fail, one by one. */
export type Endpoint =
  'configuration' | 'registration' | 'keys' | 'token' | 'lineitems' | 'scores' | 'results' | 'members';

/**
 * What the platform is to do wrong, for tests. Changed at any time by assigning to it; what is absent is done right.
 * The id token hooks work on every token signed while they are set.
 */
export interface Misbehaviour {
  /** The next answers of an endpoint, in order, one fault each. */
  next: Partial<Record<Endpoint, Fault[]>>;
  /** Every answer of an endpoint, while it is set (and `next` is empty). */
  always: Partial<Record<Endpoint, Fault>>;
  /** Gets the right claims, gives those to sign. */
  claims?: ((claims: JWTPayload) => JWTPayload) | undefined;
  /** Gets the right header, gives the one to sign under. */
  header?: ((header: JWTHeaderParameters) => JWTHeaderParameters) | undefined;
  /** Signs with this key instead; the header must name an algorithm that fits it. */
  signingKey?: CryptoKey | Uint8Array | undefined;
  /** Gets the signed token, gives what is posted: for `none`, tampering, no token at all. */
  token?: ((token: string) => string) | undefined;
  /** Gets the right key set, gives the one to serve. */
  keySet?: ((keys: JSONWebKeySet) => JSONWebKeySet) | undefined;
  /** Not wrong, but unlike Moodle: offers platform storage. */
  storage?: boolean;
}

/** A platform that does nothing wrong yet. */
export function createMisbehaviour(): Misbehaviour {
  return { next: {}, always: {} };
}

function refuse(res: Response, fault: Extract<Fault, { kind: 'status' }>): void {
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

/** Stands before an endpoint and lets it fail where a test has asked for it. */
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
