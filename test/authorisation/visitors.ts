import { load } from 'cheerio';
import type { Viewer } from '../../src/domain/viewer.ts';
import type { LaunchOptions } from '../support/platform/launch.ts';
import type { startAppAndPlatform } from '../support/app.ts';
import type { Visit } from '../support/platform/webClient.ts';

export type World = Awaited<ReturnType<typeof startAppAndPlatform>>;

/** Someone with a session, reduced to what a browser would send: so that it can be sent where it does not belong. */
export interface Visitor {
  name: string;
  room: string;
  cookie: string;
  /** Secret of this visitor's forms. */
  csrf: string;
  viewer: Viewer;
}

function roomIn(url: string): string {
  return /(?<=\/rum\/)[^/]+/.exec(url)?.[0] ?? '';
}

/** Opens an activity in the course room as someone. */
export async function visitorBy(world: World, name: string, options: LaunchOptions): Promise<Visitor> {
  const { client, page } = await world.platform.launch(options);
  return visitorOf(world, name, { page, cookies: client.cookiesFor(page.url) });
}

/** Who has come to a page of a room, however that was. */
export function visitorOf(
  world: World,
  name: string,
  { page, cookies }: { page: Visit; cookies: Record<string, string> },
): Visitor {
  const room = roomIn(page.url);
  const cookie = Object.entries(cookies)
    .map(([key, value]) => `${key}=${value}`)
    .join('; ');
  const viewer = world.app.deps.sessions.read(
    { headers: { cookie } } as never,
    { appendHeader: () => undefined } as never,
    room,
  );
  const csrf = String(load(page.html)('[name=_csrf]').val() ?? '');
  if (!viewer || csrf === '') throw new Error(`${name} did not come into a room: ${page.status} ${page.url}`);
  return { name, room, cookie, csrf, viewer };
}

export interface Asked {
  method: 'get' | 'post';
  /** Whole, with the room. */
  path: string;
  /** Sent as a form. */
  fields?: Record<string, string>;
}

/** Each visitor comes from an address of their own: one alone may send only so many forms. */
function addressOf(visitor: object | undefined): string {
  const all = visitor ?? nobody;
  if (!addresses.has(all)) addresses.set(all, `192.0.2.${++given % 250}`);
  return addresses.get(all) ?? '';
}
const nobody = {};
const addresses = new WeakMap<object, string>();
let given = 0;

/** One request with a visitor's cookie, or none, redirects not followed. */
export async function ask(world: World, visitor: Pick<Visitor, 'cookie'> | undefined, { method, path, fields }: Asked) {
  const response = await fetch(world.app.url + path, {
    method,
    redirect: 'manual',
    headers: {
      'x-forwarded-for': addressOf(visitor),
      // Browsers have pages compressed; here it would only cost time at both ends.
      'accept-encoding': 'identity',
      ...(visitor && { cookie: visitor.cookie }),
    },
    ...(method === 'post' && { body: new URLSearchParams(fields) }),
  });
  return { status: response.status, text: await response.text() };
}
