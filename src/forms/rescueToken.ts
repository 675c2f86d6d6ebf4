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

/** What the token of a form without a session allows. */
export interface Rescued {
  /** The person whose draft it was made for; empty if the token is worthless. */
  person: string;
  /** Whether the draft may be saved. */
  saves: boolean;
  /** Whether what was written may be shown back: only if our own page showed the form and no other site sent it. */
  shows: boolean;
}

/**
 * Checks the token of a form that arrives without a session. Text is shown back only if the token or the browser says
 * that it comes from our own page, so that no other site can make us show its text. Nothing is saved if the person has
 * ended the session by signing out.
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

/** The token of a form; empty or unusable input gives no token. */
export function keptIn(req: Request): string {
  return fieldIn(req, 'kept');
}

/**
 * The fields that a form without a session may change: only what someone writes for themselves. It gives no consent,
 * lets nobody read more, and never replaces a text that was written with a session; the new text is kept beside that
 * one.
 */
export function rescuedFields(fields: FieldChange[]): FieldChange[] {
  return fields
    .filter(({ wording, question, posted }) => wording === undefined && !letsRead(question, posted))
    .filter(({ posted, base }) => fingerprint(posted) !== base)
    .map((field) => ({ ...field, base: '', page: `uden-session-${field.page}` }));
}
