import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { createReadings } from '../../../src/access/readings.ts';
import { createArrivals } from '../../../src/http/arrivals.ts';
import { closedActivity } from '../../../src/features/room/closedActivity.ts';
import { languageRoutes } from '../../../src/features/room/language.ts';
import { ownLinkDoor } from '../../../src/features/survey/door.ts';
import { createOwnLinks } from '../../../src/responses/ownLinks.ts';
import { createSchedules } from '../../../src/rooms/settings.ts';
import { evaluationRoutes } from '../../../src/features/evaluation/routes.ts';
import { prepRoutes } from '../../../src/features/prep/index.ts';
import { scenarioRoutes } from '../../../src/features/scenario/routes.ts';
import { surveyRoutes } from '../../../src/features/survey/routes.ts';
import { stepRescue } from '../../../src/features/steps/index.ts';
import { createRescue } from '../../../src/forms/rescue.ts';
import { roomRouter } from '../../../src/http/rooms.ts';
import { createSessions } from '../../../src/http/session.ts';
import { showProblem } from '../../../src/http/showProblem.ts';
import { createViews } from '../../../src/http/views.ts';
import { createKeepTokens } from '../../../src/responses/keepTokens.ts';
import { createResponses } from '../../../src/responses/responses.ts';
import { createRooms } from '../../../src/rooms/rooms.ts';
import type { Courses } from '../../../src/content/course.ts';
import type { Launch } from '../../../src/domain/launch.ts';
import { aLaunch } from '../../support/launches.ts';
import { authorityIn, opening } from '../../support/authority.ts';
import { limitedIn } from '../../support/limits.ts';
import { memoryStore } from '../../support/stores.ts';
import { browser } from './browser.ts';
import { course as small } from './course.ts';

export const HOUR = 60 * 60 * 1000;

/** The preparation behind the real sessions, forms and store; only the LMS is left out: a launch is told, not made. */
export const prepWorld = async (about: { courses?: Courses; activity?: string } = {}) => {
  const { courses = { da: small }, activity: id = 'modul-1-forberedelse' } = about;
  let now = Date.parse('2026-11-21T09:42:10Z');
  const clock = () => now;
  const store = await memoryStore();
  const rooms = await createRooms(store, clock);
  const responses = await createResponses(store, { clock, rooms });
  const sessions = createSessions(randomBytes(32), { clock, toolUrl: 'http://localhost' });
  const keepTokens = createKeepTokens(randomBytes(32), clock);
  const schedules = await createSchedules(store, clock);
  const ownLinks = await createOwnLinks(store, clock);
  const config = { toolUrl: 'https://lti.example' };
  const pseudonymKey = randomBytes(32);
  const deps = {
    pseudonymKey,
    courses,
    responses,
    keepTokens,
    rooms,
    schedules,
    ownLinks,
    sessions,
    clock,
    config,
    ...opening,
    authority: authorityIn(rooms, clock),
    limited: await limitedIn(store),
  };
  const stepped = [...prepRoutes(deps), ...scenarioRoutes(deps), ...surveyRoutes(deps), ...evaluationRoutes(deps)];
  const app = express();
  createViews({ root: join(import.meta.dirname, '../../..') }).useIn(app);
  const arrivals = createArrivals(randomBytes(32), clock);
  app.use(
    '/rum',
    roomRouter({
      routes: [...languageRoutes(deps), closedActivity(deps), ...stepped],
      sessions,
      authority: deps.authority,
      limited: deps.limited,
      readings: await createReadings(store, clock),
      arrivals,
      hardMoments: () => '<p>Ring 112</p>',
      rescue: createRescue(deps, [stepRescue(deps)]),
    }),
  );
  app.use(ownLinkDoor(deps));
  app.use(showProblem(pino({ level: 'silent' })));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    store,
    rooms,
    responses,
    schedules,
    pass: (ms: number) => (now += ms),
    /** Someone is launched on a device of their own. */
    arrive: async (change: Partial<Launch> = {}) => {
      const launch = aLaunch(change);
      const { room, person } = await rooms.enrol(launch);
      const res = new ServerResponse(new IncomingMessage(new Socket()));
      const { role, language, returnUrl } = launch;
      sessions.open(res, { room: room.id, person: person.id, role, language, returnUrl });
      const cookie = String(res.getHeader('set-cookie')).split(';')[0] ?? '';
      const activity = `/rum/${room.id}/aktivitet/${id}`;
      const of = { room: room.id, person: person.id, activity: id };
      return { ...browser(origin, cookie), cookie, activity, of };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await store.close();
    },
  };
};

export type PrepWorld = Awaited<ReturnType<typeof prepWorld>>;
