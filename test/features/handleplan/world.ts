import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { createReadings } from '../../../src/access/readings.ts';
import type { Course, HandleplanActivity } from '../../../src/content/course.ts';
import type { Launch } from '../../../src/domain/launch.ts';
import { handleplanRoutes, planRescue } from '../../../src/features/handleplan/index.ts';
import { createRescue } from '../../../src/forms/rescue.ts';
import { createArrivals } from '../../../src/http/arrivals.ts';
import { roomRouter } from '../../../src/http/rooms.ts';
import { createSessions } from '../../../src/http/session.ts';
import { notFound, showProblem } from '../../../src/http/showProblem.ts';
import { createViews } from '../../../src/http/views.ts';
import { createKeepTokens } from '../../../src/responses/keepTokens.ts';
import { createResponses } from '../../../src/responses/responses.ts';
import { createRooms } from '../../../src/rooms/rooms.ts';
import { aLaunch } from '../../support/launches.ts';
import { authorityIn } from '../../support/authority.ts';
import { limitedIn } from '../../support/limits.ts';
import { memoryStore } from '../../support/stores.ts';
import { browser } from '../steps/browser.ts';

export const DAY = 24 * 60 * 60 * 1000;

const first: HandleplanActivity = {
  id: 'modul-1-handleplan',
  kind: 'handleplan',
  title: 'Handleplan 1',
  intro: 'Et lille løfte.',
  minutes: 5,
  version: 'v1',
  examples: [{ title: 'En tur', what: 'Gå', howMuch: '10 minutter', when: 'Morgen', days: 3, tasks: [], sure: 8 }],
  easier: ['Skær det midt over.'],
  ideas: [
    { id: 'mindre', label: 'Gør den mindre' },
    { id: 'sammen', label: 'Sammen med en ven' },
  ],
};
const second = { ...first, id: 'modul-2-handleplan', title: 'Handleplan 2', examples: [], easier: [], ideas: [] };

const course: Course = {
  id: 'proeve',
  title: 'Prøve',
  variants: [],
  mediaHosts: [],
  hardMoments: '<p>Ring 112</p>',
  modules: [{ id: 'modul-1', number: 1, title: 'Start', summary: '', activities: [first, second] }],
};

/** The plans behind the real sessions, forms and store, on a Tuesday; a launch is told, not made. */
export const planWorld = async () => {
  let now = Date.parse('2026-11-24T09:42:10Z');
  const clock = () => now;
  const store = await memoryStore();
  const rooms = await createRooms(store, clock);
  const responses = await createResponses(store, { clock, rooms });
  const sessions = createSessions(randomBytes(32), { clock, toolUrl: 'http://localhost' });
  const keepTokens = createKeepTokens(randomBytes(32), clock);
  const deps = { courses: { da: course }, responses, keepTokens, rooms, clock };
  const authority = authorityIn(rooms, clock);
  const rescue = createRescue({ ...deps, authority }, [planRescue(deps)]);
  const app = express();
  createViews({ root: join(import.meta.dirname, '../../..') }).useIn(app);
  app.use(
    '/rum',
    roomRouter({
      routes: handleplanRoutes(deps),
      sessions,
      authority,
      limited: await limitedIn(store),
      readings: await createReadings(store, clock),
      arrivals: createArrivals(randomBytes(32), clock),
      hardMoments: () => '<p>Ring 112</p>',
      rescue,
    }),
  );
  app.use(notFound).use(showProblem(pino({ level: 'silent' })));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    responses,
    clock,
    pass: (ms: number) => (now += ms),
    arrive: async (change: Partial<Launch> = {}) => {
      const launch = aLaunch({ activity: first.id, ...change });
      const { room, person } = await rooms.enrol(launch);
      const res = new ServerResponse(new IncomingMessage(new Socket()));
      const { role, language, returnUrl } = launch;
      sessions.open(res, { room: room.id, person: person.id, role, language, returnUrl });
      const cookie = String(res.getHeader('set-cookie')).split(';')[0] ?? '';
      const of = { room: room.id, person: person.id, activity: first.id };
      const home = `/rum/${room.id}`;
      return { ...browser(origin, cookie), cookie, home, plan: `${home}/aktivitet/${first.id}`, of };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await store.close();
    },
  };
};

export type PlanWorld = Awaited<ReturnType<typeof planWorld>>;
export type Visitor = Awaited<ReturnType<PlanWorld['arrive']>>;

/** Makes a plan of days, from where its first step stands. */
export const makePlan = async (who: Visitor, fill: Record<string, string> = {}, at = who.plan) => {
  const { 'answer.tro': sure = '8', 'answer.laeser': reader, ...rest } = fill;
  const begun = await who.press({ page: await who.open(`${at}/trin/begynd`), intent: 'next' });
  const written = { 'answer.hvad': 'Jeg går en tur', 'answer.antal-dage': '3', ...rest };
  const said = await who.press({ page: begun, intent: 'next', fill: written });
  const doubted = await who.press({ page: said, intent: 'next', fill: { 'answer.tro': sure } });
  const last = doubted.path.endsWith('/lettere') ? await who.press({ page: doubted, intent: 'next' }) : doubted;
  return who.press({ page: last, intent: 'send', fill: reader ? { 'answer.laeser': reader } : {} });
};
