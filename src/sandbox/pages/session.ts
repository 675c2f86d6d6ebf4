import type { Response } from 'express';
import type { Core } from '../core.ts';
import type { AnyRequest } from '../services/refuse.ts';
import { readCookie, writeCookie } from './cookies.ts';

const name = 'sandbox';

export interface Session {
  id: string;
  /** Id of the chosen person. */
  person: string;
}

export async function readSession(core: Core, req: AnyRequest): Promise<Session | undefined> {
  const id = readCookie(req, name);
  const session = id === undefined ? undefined : await core.sessions.look(id);
  return id === undefined || !session ? undefined : { id, person: session.person };
}

/** Begins a new session for each choice of a person: launches begun as someone else end with the old session. */
export async function signIn(core: Core, res: Response, person: string): Promise<void> {
  writeCookie(res, core.addresses, { name, value: await core.sessions.issue({ person }) });
}
