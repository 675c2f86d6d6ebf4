import type { RequestHandler } from 'express';
import type { Core } from '../core.ts';
import { people, personOf } from '../course/people.ts';
import { readSession, signIn } from './session.ts';
import { personName, show, showError, textFor } from './show.ts';

/** The first page: choosing a person. */
export function peoplePage(core: Core): RequestHandler {
  return async (req, res) => {
    const text = textFor(req);
    const chosen = (await readSession(core, req))?.person;
    const model = {
      people: people.map((person) => ({
        id: person.id,
        name: personName(text, person),
        kind: text.kinds[person.kind],
        hint: person.name ? '' : text.unnamedHint,
        chosen: person.id === chosen,
      })),
    };
    await show(core, { req, res, view: 'people', title: text.people.title, model });
  };
}

export function choosePerson(
  core: Core,
): RequestHandler<Record<string, string>, string, { person?: unknown } | undefined> {
  return async (req, res) => {
    const chosen: unknown = req.body?.person;
    const person = typeof chosen === 'string' ? personOf(chosen) : undefined;
    if (!person) return showError(core, { req, res, status: 400, problem: 'noPerson' });
    await signIn(core, res, person.id);
    res.redirect(303, `${core.addresses.base}/kursus`);
  };
}
