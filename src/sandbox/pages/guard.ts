import type { RequestHandler } from 'express';
import type { Core } from '../core.ts';
import { personOf, type Person } from '../course/people.ts';
import type { AnyRequest } from '../services/refuse.ts';
import { readSession } from './session.ts';
import { showError, type Exchange } from './show.ts';

export interface PageVisit<Parameters> extends Exchange {
  req: AnyRequest & { params: Parameters };
  person: Person;
}

/** A page for a chosen person, optionally limited to some roles. Without a person, it leads to the choice. */
export function forPerson<Parameters = Record<string, string>>(
  core: Core,
  allowed: (person: Person) => boolean,
  page: (visit: PageVisit<Parameters>) => Promise<void>,
): RequestHandler<Parameters> {
  return async (req, res) => {
    const session = await readSession(core, req);
    const person = session && personOf(session.person);
    if (!person) {
      res.redirect(303, `${core.addresses.base}/`);
      return;
    }
    if (!allowed(person)) return showError(core, { req, res, status: 403, problem: 'notForYou' });
    await page({ req, res, person });
  };
}

export function everyone(): boolean {
  return true;
}
export function administrators(person: Person): boolean {
  return person.kind === 'administrator';
}

/** Refuses forms from other sites. Every current browser sends Origin with a POST. */
export function ownForms(core: Core): RequestHandler {
  return async (req, res, next) => {
    const { origin } = req.headers;
    if (origin !== undefined && origin !== core.addresses.origin) {
      return showError(core, { req, res, status: 403, problem: 'foreignForm' });
    }
    next();
  };
}
