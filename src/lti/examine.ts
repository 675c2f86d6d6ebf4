import type { Clock } from '../domain/clock.ts';
import { certificateAt } from '../util/certificate.ts';
import { doubt, fault, well, type Finding } from '../domain/finding.ts';
import { parseKeySet } from './platformKey.ts';
import type { Platforms } from './platforms/platforms.ts';
import type { Platform } from './platforms/record.ts';
import { FetchFailed, type FetchResponse, type PublicFetch } from './publicFetch.ts';
import type { AccessTokens } from './scores/accessTokens.ts';
import { LineItemRefused, type LineItemService } from './scores/lineItemService.ts';

interface Deps {
  platforms: Pick<Platforms, 'get'>;
  fetch: PublicFetch;
  tokens: AccessTokens;
  service: Pick<LineItemService, 'list'>;
  clock: Clock;
}

/** Tests every service that we use of a platform, without changing anything there. Never rejects. */
export type Examine = (id: string, lineItems: string | undefined) => Promise<Finding[]>;

/** In milliseconds. Launches allow clocks to differ by a minute; ten seconds are worth a warning. */
const LEEWAY = 60_000;
const NOTABLE = 10_000;

export function createExamine(deps: Deps): Examine {
  return async (id, lineItems) => {
    const platform = await deps.platforms.get(id);
    if (!platform) return [];
    const asked = await Promise.all([
      keysOf(platform, deps),
      certificateAt('certificate', platform.jwksUri, deps.clock()),
      tokenAndColumns({ platform, lineItems }, deps),
    ]);
    return asked.flat().map((finding) => ({ ...finding, of: `${platform.name}: ${finding.of}` }));
  };
}

async function keysOf({ jwksUri }: Platform, { fetch, clock }: Deps): Promise<Finding[]> {
  const todo = 'Nobody gets in without it. See that the platform runs, and that this machine reaches it.';
  try {
    const response = await fetch(jwksUri, { headers: { accept: 'application/json' }, timeout: 5_000 });
    if (response.status !== 200) return [fault('keys', `Its key set answers ${response.status}.`, todo)];
    const { size } = parseKeySet(response.text);
    const keys =
      size > 0
        ? well('keys', `Its key set has ${size} keys that we can use.`)
        : fault('keys', 'Its key set has no key for RS256.', 'Have its keys made again in the platform.');
    return [keys, ...clockOf(response, clock())];
  } catch (error) {
    const why = error instanceof FetchFailed ? error.fault : 'no key set';
    const also = why === 'address' ? 'It lies in a private network: name that in PRIVATE_NETWORKS.' : todo;
    return [fault('keys', `Its key set cannot be had: ${why}.`, also)];
  }
}

function clockOf({ headers }: FetchResponse, now: number): Finding[] {
  const theirs = Date.parse(headers.date ?? '');
  if (!Number.isFinite(theirs)) return [];
  const away = Math.round((now - theirs) / 1000);
  const says = `Our clock is ${Math.abs(away)} seconds ${away < 0 ? 'behind' : 'ahead of'} its clock.`;
  if (Math.abs(away) * 1000 >= LEEWAY)
    return [fault('clock', says, 'Launches are refused. Put the wrong clock right (chrony, systemd-timesyncd).')];
  if (Math.abs(away) * 1000 >= NOTABLE) return [doubt('clock', says, 'Have both set by a time server.')];
  return [well('clock', 'Our clock and its clock agree.')];
}

async function tokenAndColumns(
  { platform, lineItems }: { platform: Platform; lineItems: string | undefined },
  { tokens, service, clock }: Deps,
): Promise<Finding[]> {
  try {
    await tokens.get(platform);
  } catch (error) {
    const why = reasonOf(error);
    const todo = /^status 4/.test(why)
      ? 'It fetches our keys at /lti/keys: see that it reaches them, and knows our client id.'
      : 'Scores wait until it does. See that the platform runs, and that this machine reaches it.';
    return [fault('token', `It gives no access token: ${why}.`, todo)];
  }
  const token = well('token', 'It gives an access token.');
  if (lineItems === undefined)
    return [
      token,
      doubt('columns', 'No course of it has told where its gradebook is.', 'Open the tool from a course once.'),
    ];
  try {
    const columns = await service.list({ platform, lineItems, deadline: clock() + 20_000 });
    const says = `Its gradebook answers, with ${columns.length} columns that we see.`;
    return [
      token,
      columns.length > 0
        ? well('columns', says)
        : doubt('columns', says, 'Scores wait until there is one: place an activity that is graded.'),
    ];
  } catch (error) {
    return [
      token,
      fault('columns', `Its gradebook does not answer: ${reasonOf(error)}.`, 'Scores wait. See docs/codes.md.'),
    ];
  }
}

/** A fixed word or an HTTP status; never the platform's own text. */
function reasonOf(error: unknown): string {
  if (error instanceof FetchFailed) return error.fault;
  if (error instanceof LineItemRefused) return `status ${error.response.status}`;
  const { response } = error as { response?: { statusCode?: unknown } };
  return typeof response?.statusCode === 'number' ? `status ${response.statusCode}` : 'no answer';
}
