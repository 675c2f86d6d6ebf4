import type { Request } from 'express';
import { isForeign } from './foreign.ts';
import type { KeptText } from './problem.ts';

/** What a form held that could not be taken: to be read, and to be sent once more with one press. */
export interface GivenBack {
  /** Address the form was sent to. */
  action: string;
  /** All of it, in its order; to be sent again as it was. */
  fields: { name: string; value: string }[];
  /** What of it someone may have written. */
  written: KeptText[];
}

/**
 * Browsers keep no form of a page that must not be stored, so "go one step back" would lose what was written. The answer
 * itself therefore holds it, also where no script runs.
 * @returns undefined where no form was sent, where it was not read, or where another site sent it to have us show it.
 */
export function givenBack(req: Request): GivenBack | undefined {
  const action = sentTo(req);
  const body: unknown = req.body;
  if (isForeign(req) || req.method !== 'POST' || action === undefined || typeof body !== 'object' || body === null)
    return undefined;
  const fields = Object.entries(body).flatMap(([name, values]: [string, unknown]) =>
    [values].flat().flatMap((value) => (typeof value === 'string' ? [{ name, value }] : [])),
  );
  return { action, fields, written: wordsOf(fields.filter(isWritten)) };
}

/** Everything that someone filled in. It may be an option's id: of a form that is too long, no single word is lost for that. */
export function allGiven(req: Request): KeptText[] | undefined {
  const given = givenBack(req);
  return given && wordsOf(given.fields.filter(({ name, value }) => !ofThePage.has(name) && value.trim() !== ''));
}

function wordsOf(fields: GivenBack['fields']): KeptText[] {
  return fields.map(({ value }) => ({ ask: '', text: value }));
}

/** The address on this very site; `//elsewhere` would be another. */
export function sentTo({ originalUrl }: Request): string | undefined {
  return /^\/(?![/\\])/.test(originalUrl) ? originalUrl : undefined;
}

/** Fields of the page itself: docs/decisions/0005. */
const ofThePage = new Set(['_csrf', 'base', 'intent', 'kept', 'page']);

/** Ids of options look alike, and nothing that someone writes in a sentence looks like them. */
function isWritten({ name, value }: { name: string; value: string }): boolean {
  return !ofThePage.has(name) && !/^[a-z0-9._:/-]*$/.test(value.trim());
}
