import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { load } from 'cheerio';
import { pino } from 'pino';
import { createReadings } from '../../../src/access/readings.ts';
import type { Courses } from '../../../src/content/course.ts';
import type { Launch } from '../../../src/domain/launch.ts';
import { prepRoutes } from '../../../src/features/prep/index.ts';
import { planToday } from '../../../src/features/handleplan/index.ts';
import { closedActivity, roomRoutes, unknownActivity } from '../../../src/features/room/routes.ts';
import { toolboxRoutes } from '../../../src/features/toolbox/routes.ts';
import { createArrivals } from '../../../src/http/arrivals.ts';
import { Problem } from '../../../src/http/problem.ts';
import { roomRouter } from '../../../src/http/rooms.ts';
import { createSessions } from '../../../src/http/session.ts';
import { showProblem } from '../../../src/http/showProblem.ts';
import { createViews } from '../../../src/http/views.ts';
import { createKeepTokens } from '../../../src/responses/keepTokens.ts';
import { createResponses } from '../../../src/responses/responses.ts';
import { createRooms } from '../../../src/rooms/rooms.ts';
import { createSchedules } from '../../../src/rooms/settings.ts';
import { aLaunch } from '../../support/launches.ts';
import { authorityIn } from '../../support/authority.ts';
import { limitedIn } from '../../support/limits.ts';
import { memoryStore } from '../../support/stores.ts';
import { courses as threeWeeks } from './course.ts';

const root = join(import.meta.dirname, '../../..');

/** The room's pages behind the real sessions, forms and store; only the LMS is left out: a launch is told, not made. */
export const roomWorld = async (courses: Courses = threeWeeks) => {
  // Saturday 21 November 2026, in the morning.
  let now = Date.parse('2026-11-21T09:42:10Z');
  const clock = () => now;
  const store = await memoryStore();
  const rooms = await createRooms(store, clock);
  const schedules = await createSchedules(store, clock);
  const responses = await createResponses(store, { clock, rooms });
  const readings = await createReadings(store, clock);
  const sessions = createSessions(randomBytes(32), { clock, toolUrl: 'http://localhost' });
  const keepTokens = createKeepTokens(randomBytes(32), clock);
  let removedAt: number | undefined;
  const told = {
    config: { retentionMonths: 12 },
    log: pino({ level: 'silent' }),
    endingOf: () => Promise.resolve(removedAt),
  };
  const deps = { courses, responses, keepTokens, rooms, schedules, sessions, clock, ...told };
  const routes = [
    ...toolboxRoutes(deps),
    ...roomRoutes({ ...deps, planToday }),
    closedActivity(deps),
    ...prepRoutes(deps),
    unknownActivity,
  ];
  const rescue = () => Promise.reject(new Problem('session-ended'));
  const arrivals = createArrivals(randomBytes(32), clock);
  const app = express();
  createViews({ root }).useIn(app);
  app.use(
    '/rum',
    roomRouter({
      routes,
      limited: await limitedIn(store),
      sessions,
      authority: authorityIn(rooms),
      arrivals,
      readings,
      hardMoments: () => '<p>Ring 112</p>',
      rescue,
    }),
  );
  app.use(showProblem(pino({ level: 'silent' })));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    rooms,
    responses,
    schedules,
    passTo: (time: string) => (now = Date.parse(time)),
    /** What retention has found of every room. */
    endAt: (time: string) => (removedAt = Date.parse(time)),
    /** Someone is launched on a device of their own. */
    arrive: async (change: Partial<Launch> = {}) => {
      const launch = aLaunch(change);
      const { room, person } = await rooms.enrol(launch);
      const res = new ServerResponse(new IncomingMessage(new Socket()));
      const { role, returnUrl } = launch;
      const language = person.language ?? launch.language;
      sessions.open(res, { room: room.id, person: person.id, role, language, returnUrl });
      return { ...visitor(origin, String(res.getHeader('set-cookie'))), home: `/rum/${room.id}/`, room, person };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await store.close();
    },
  };
};

export type RoomWorld = Awaited<ReturnType<typeof roomWorld>>;

/** A browser without scripts that keeps the room's cookie, and follows redirects. */
const visitor = (origin: string, setCookie: string) => {
  let cookie = setCookie.split(';')[0] ?? '';
  const ask = async (path: string, init: { method?: string; body?: URLSearchParams; referer?: string } = {}) => {
    const { referer, ...rest } = init;
    const headers = { cookie, ...(referer && { referer: origin + referer }) };
    const response = await fetch(origin + path, { ...rest, redirect: 'manual', headers });
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0] ?? '';
    return response;
  };
  const open = async (path: string, init: Parameters<typeof ask>[1] = {}): Promise<Page> => {
    const response = await ask(path, init);
    const location = response.headers.get('location');
    if (location) return open(new URL(location, origin + path).href.slice(origin.length));
    const $ = load(await response.text());
    const words = $('main').text().replace(/\s+/g, ' ').trim();
    return { status: response.status, path, $, h1: $('h1').text(), words };
  };
  /** Sends the page's form with this address, as shown, changed by `fill`. */
  const press = (page: Page, action: string | RegExp, fill: Record<string, string> = {}) => {
    const form = page
      .$('form')
      .toArray()
      .map((element) => page.$(element))
      .find((one) => new RegExp(action).test(one.attr('action') ?? ''));
    const body = new URLSearchParams();
    for (const { name, value } of form?.serializeArray() ?? []) if (!(name in fill)) body.append(name, value);
    for (const [name, value] of Object.entries(fill)) body.append(name, value);
    return open(form?.attr('action') ?? '', { method: 'POST', body, referer: page.path });
  };
  return { ask, open, press };
};

export interface Page {
  status: number;
  path: string;
  $: ReturnType<typeof load>;
  h1: string;
  /** What the page says, on one line. */
  words: string;
}
