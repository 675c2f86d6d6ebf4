import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Given } from '../../src/deps.ts';
import type { Launch } from '../../src/domain/launch.ts';
import { startApp } from './app.ts';
import { aLaunch } from './launches.ts';

export interface TestAppOptions extends Pick<Given, 'courses' | 'log'> {
  /** The time at the start; it changes only through `pass` and `passTo`. */
  at: string;
  settings?: Record<string, string>;
  /** The LMS's services; default: an address where nobody listens, so that requests to it fail at once. */
  lms?: string;
}

/** The whole tool with the test's own clock, course and random numbers. Only the LMS is missing: launches are simulated. */
export async function testApp({ at, settings, lms = 'http://127.0.0.1:9', ...own }: TestAppOptions) {
  let now = Date.parse(at);
  const given = { clock: () => now, random: () => 0.5, ...own };
  const app = await startApp(settings, given);
  const { deps } = app;
  const platform = await deps.lti.platforms.add(factsOf(lms));
  return {
    origin: app.url,
    deps,
    platform: platform.id,
    close: () => app.close(),
    clock: given.clock,
    pass: (ms: number) => (now += ms),
    passTo: (time: string) => (now = Date.parse(time)),
    /** Launches someone on a device of their own. */
    arrive: async (change: Partial<Launch> = {}) => {
      const launch = aLaunch({ platform: platform.id, ...change });
      const { room, person } = await deps.rooms.enrol(launch);
      const res = new ServerResponse(new IncomingMessage(new Socket()));
      const language = person.language ?? launch.language;
      const { role, returnUrl } = launch;
      const viewer = deps.sessions.open(res, { room: room.id, person: person.id, role, language, returnUrl });
      const cookie = String(res.getHeader('set-cookie')).split(';')[0] ?? '';
      return { cookie, csrf: viewer.csrf, room, person, home: `/rum/${room.id}` };
    },
  };
}

/** Everything that a launch or a service of an LMS at this address would need. */
export function factsOf(lms: string) {
  return {
    issuer: lms,
    clientId: 'tested',
    name: 'The LMS that is left out',
    authEndpoint: `${lms}/auth`,
    tokenEndpoint: `${lms}/token`,
    tokenAudience: `${lms}/token`,
    jwksUri: `${lms}/keys`,
    scopes: [],
    deployments: [],
    deploymentRule: 'any' as const,
    origins: [],
  };
}
