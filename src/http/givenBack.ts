import type { Request } from 'express';
import { isForeign } from './foreign.ts';
import type { KeptText } from './problem.ts';

/** The contents of a refused form, to be read and to be sent again with one press. */
export interface GivenBack {
  /** Address the form was sent to. */
  action: string;
  /** All fields in their order, to be sent again unchanged. */
  fields: { name: string; value: string }[];
  /** The fields that someone may have written. */
  written: KeptText[];
}

/**
 * Browsers do not keep the form of a page with `no-store`, so "go one step back" would lose what was written. The
 * answer itself therefore contains it, also without scripts.
 * @returns undefined if no form was sent, if it was not read, or if another site sent it to make us show its text
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

/**
 * Everything that someone filled in. Option ids are included, so that not a single word of a form that is too long is
 * lost.
 */
export function allGiven(req: Request): KeptText[] | undefined {
  const given = givenBack(req);
  return given && wordsOf(given.fields.filter(({ name, value }) => !ofThePage.has(name) && value.trim() !== ''));
}

function wordsOf(fields: GivenBack['fields']): KeptText[] {
  return fields.map(({ value }) => ({ ask: '', text: value }));
}

/** The path that the form was sent to, on this very site; `//elsewhere` would be another site. */
export function sentTo({ originalUrl }: Request): string | undefined {
  return /^\/(?![/\\])/.test(originalUrl) ? originalUrl : undefined;
}

/** Fields that belong to the page itself: docs/decisions/0005. */
const ofThePage = new Set(['_csrf', 'base', 'intent', 'kept', 'page']);

/** Ids of options have a form of their own, which no written sentence has. */
function isWritten({ name, value }: { name: string; value: string }): boolean {
  return !ofThePage.has(name) && !/^[a-z0-9._:/-]*$/.test(value.trim());
}
