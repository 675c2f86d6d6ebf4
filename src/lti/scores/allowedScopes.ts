import type { Clock } from '../../domain/clock.ts';
import type { Platform } from '../platforms/record.ts';
import { columnScopes } from './columnScopes.ts';

/** What a token endpoint answers (RFC 6749, 5.1), unchecked. */
interface TokenAnswer {
  access_token?: unknown;
  expires_in?: unknown;
  /** The granted scopes; may be absent if all requested ones were granted. */
  scope?: unknown;
}

/**
 * Asks for a token with these scopes. A platform may by now allow fewer than it registered us with: it then leaves some
 * out, as Moodle does, or refuses all of them as `invalid_scope` (RFC 6749, 5.2). We take what is granted, and read
 * columns if we may not make them (decision 0080).
 * @returns the answer, and the scopes to ask for next time
 */
export async function askForAllowed<Answer extends TokenAnswer>(
  scopes: readonly string[],
  request: (scopes: readonly string[]) => Promise<Answer>,
): Promise<{ answer: Answer; scopes: readonly string[] }> {
  try {
    const answer = await request(scopes);
    if (!leavesOutColumns(answer, scopes)) return { answer, scopes };
    const fewer = scopes.map(toRead);
    return await request(fewer).then(
      (second) => ({ answer: second, scopes: fewer }),
      () => ({ answer, scopes }),
    );
  } catch (error) {
    if (scopes.length < 2 || !isInvalidScope(error)) throw error;
    const allowed = await allowedOf(scopes, request);
    if (allowed.length === 0) throw error;
    return { answer: await request(allowed), scopes: allowed };
  }
}

/** The scopes that are granted when each is requested alone. */
async function allowedOf(
  scopes: readonly string[],
  request: (scopes: readonly string[]) => Promise<TokenAnswer>,
): Promise<string[]> {
  const allowed: string[] = [];
  for (const scope of scopes) {
    for (const one of new Set([scope, toRead(scope)])) {
      if (!(await isAllowed(one, request))) continue;
      allowed.push(one);
      break;
    }
  }
  return allowed;
}

async function isAllowed(
  scope: string,
  request: (scopes: readonly string[]) => Promise<TokenAnswer>,
): Promise<boolean> {
  try {
    await request([scope]);
    return true;
  } catch (error) {
    if (isInvalidScope(error)) return false;
    throw error;
  }
}

function toRead(scope: string): string {
  return scope === columnScopes.write ? columnScopes.read : scope;
}

/**
 * Whether the right to make columns was not granted. An answer that names none of the requested scopes tells nothing.
 */
function leavesOutColumns({ scope }: TokenAnswer, asked: readonly string[]): boolean {
  if (typeof scope !== 'string' || !asked.includes(columnScopes.write)) return false;
  const given = scope.split(/[\s,]+/);
  return asked.some((one) => given.includes(one)) && !given.includes(columnScopes.write);
}

/** @param error what the HTTP client threw, or an error around it */
function isInvalidScope(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('cause' in error && isInvalidScope(error.cause)) return true;
  const body = 'response' in error ? (error.response as { body?: unknown } | undefined)?.body : undefined;
  return /"invalid_scope"/.test(typeof body === 'string' ? body : JSON.stringify({ body }));
}

/** After this we ask for everything again: someone may have allowed more. */
const REMEMBERED = 60 * 60_000;

/** Remembers the scopes that a platform allows, where these are fewer than it registered us with. */
export function createAllowed(clock: Clock) {
  const fewer = new Map<string, { scopes: readonly string[]; until: number }>();
  return {
    by: ({ id, scopes }: Platform): readonly string[] => {
      const known = fewer.get(id);
      return known && known.until > clock() ? known.scopes : scopes;
    },
    note: ({ id }: Platform, scopes: readonly string[]) => fewer.set(id, { scopes, until: clock() + REMEMBERED }),
  };
}
