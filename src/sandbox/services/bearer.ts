import type { Request, RequestHandler } from 'express';
import type { Core } from '../core.ts';
import { refuse } from './refuse.ts';

export function bearerOf(req: Request): string | undefined {
  return /^Bearer ([\w.~+/=-]+)$/i.exec(req.headers.authorization ?? '')?.[1];
}

/** Accepts requests whose access token has one of the scopes. Moodle answers 401 even if only the scope is missing. */
export function needsScope(core: Core, ...scopes: string[]): RequestHandler {
  return async (req, res, next) => {
    const token = bearerOf(req);
    const granted = token === undefined ? undefined : await core.bearers.look(token);
    if (!granted?.scopes.some((name) => scopes.includes(name))) {
      refuse(req, res, 401);
      return;
    }
    next();
  };
}
