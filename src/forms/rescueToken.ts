import type { Request } from 'express';
import type { Authority } from '../http/authority.ts';
import { isForeign, isOurOwn } from '../http/foreign.ts';
import { fingerprint, type FieldChange } from '../responses/merge.ts';
import type { KeepTokens } from './keepTokens.ts';
import { letsRead } from './readers.ts';
import { fieldIn } from '../http/fieldIn.ts';

export interface RescuingDeps {
  keepTokens: Pick<KeepTokens, 'read'>;
  authority: Pick<Authority, 'mayKeep'>;
}

/** What the token of a form without a session is worth. */
export interface Rescued {
  /** Whose draft it was made for; empty where its token is worth nothing. */
  person: string;
  /** Whether it may be saved. */
  saves: boolean;
  /** Whether what was written may be shown back: our own page has shown the form, and no other site sends it. */
  shows: boolean;
}

/**
 * Holds a form that comes without a session against the token it carries. Nobody but our own page gets its words shown, so
 * that no other site can have us show its own (the token says so, or the browser); and nothing is saved that the person themselves has ended by signing out.
 */
export async function rescuing(
  { keepTokens, authority }: RescuingDeps,
  req: Request,
  target: { room: string; activity: string },
): Promise<Rescued> {
  const kept = isForeign(req) ? undefined : keepTokens.read(keptIn(req));
  if (kept?.room !== target.room) return { person: '', saves: false, shows: isOurOwn(req) };
  const saves = kept.activity === target.activity && kept.isFresh && (await authority.mayKeep(kept));
  return { person: kept.person, saves, shows: true };
}

/** The token of a form, whatever was sent in its place. */
export function keptIn(req: Request): string {
  return fieldIn(req, 'kept');
}

/**
 * What a form without a session changes: only what someone writes for themselves. It agrees to nothing, lets nobody read
 * more, and never replaces a text that was written with a session: that one is kept beside it.
 */
export function rescuedFields(fields: FieldChange[]): FieldChange[] {
  return fields
    .filter(({ wording, question, posted }) => wording === undefined && !letsRead(question, posted))
    .filter(({ posted, base }) => fingerprint(posted) !== base)
    .map((field) => ({ ...field, base: '', page: `uden-session-${field.page}` }));
}
