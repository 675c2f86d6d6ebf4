import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Courses } from '../../src/content/course.ts';
import type { Launch } from '../../src/domain/launch.ts';
import { startApp } from './app.ts';
import { aLaunch } from './launches.ts';

export interface TestAppOptions {
  courses?: Courses;
  /** The time at the start; it changes only through `pass` and `passTo`. */
  at: string;
}

/** The whole tool with the test's own clock, course and random numbers. Only the LMS is missing: launches are simulated. */
export async function testApp({ at, courses }: TestAppOptions) {
  let now = Date.parse(at);
  const settings = { DATABASE_URL: 'sqlite::memory:' };
  const given = { clock: () => now, random: () => 0.5, ...(courses && { courses }) };
  const app = await startApp(settings, given);
  const { deps } = app;
  const platform = await deps.lti.platforms.add(facts);
  return {
    origin: app.url,
    deps,
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

/** An address where nobody listens, so that requests to this platform fail at once. */
const facts = {
  issuer: 'http://127.0.0.1:9',
  clientId: 'tested',
  name: 'The LMS that is left out',
  authEndpoint: 'http://127.0.0.1:9/auth',
  tokenEndpoint: 'http://127.0.0.1:9/token',
  tokenAudience: 'http://127.0.0.1:9/token',
  jwksUri: 'http://127.0.0.1:9/keys',
  scopes: [],
  deployments: [],
  deploymentRule: 'any' as const,
  origins: [],
};
