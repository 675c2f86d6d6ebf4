import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { createReadings } from '../../../src/access/readings.ts';
import type { Courses } from '../../../src/content/course.ts';
import type { Launch } from '../../../src/domain/launch.ts';
import { diaryRescue, diaryRoutes, moodWeeks } from '../../../src/features/diary/index.ts';
import { handleplanRoutes, plansToTake, planToday } from '../../../src/features/handleplan/index.ts';
import { takeAlongRoutes } from '../../../src/features/takeAlong/routes.ts';
import { createRescue } from '../../../src/forms/rescue.ts';
import { createArrivals } from '../../../src/http/arrivals.ts';
import { roomRouter } from '../../../src/http/rooms.ts';
import { createSessions } from '../../../src/http/session.ts';
import { notFound, showProblem } from '../../../src/http/showProblem.ts';
import { createViews } from '../../../src/http/views.ts';
import { createKeepTokens } from '../../../src/responses/keepTokens.ts';
import { createOwnNotes } from '../../../src/responses/ownNotes.ts';
import { createResponses } from '../../../src/responses/responses.ts';
import { createRooms } from '../../../src/rooms/rooms.ts';
import { aLaunch } from '../../support/launches.ts';
import { authorityIn } from '../../support/authority.ts';
import { limitedIn } from '../../support/limits.ts';
import { memoryStore } from '../../support/stores.ts';
import { courses as threeWeeks } from '../room/course.ts';
import { browser } from '../steps/browser.ts';

/** What one keeps for oneself, behind the real sessions, forms and store, on a Tuesday; a launch is told, not made. */
export const diaryWorld = async (courses: Courses = threeWeeks) => {
  let now = Date.parse('2026-11-24T09:42:10Z');
  const clock = () => now;
  const store = await memoryStore();
  const rooms = await createRooms(store, clock);
  const responses = await createResponses(store, { clock, rooms });
  const diaryWeeks = await createOwnNotes(store, { name: 'diary_weeks', clock });
  const symptomCircles = await createOwnNotes(store, { name: 'symptom_circles', clock });
  const sessions = createSessions(randomBytes(32), { clock, toolUrl: 'http://localhost' });
  const keepTokens = createKeepTokens(randomBytes(32), clock);
  const deps = { courses, responses, diaryWeeks, symptomCircles, keepTokens, rooms, clock };
  const authority = authorityIn(rooms, clock);
  const app = express();
  createViews({ root: join(import.meta.dirname, '../../..') }).useIn(app);
  app.use(
    '/rum',
    roomRouter({
      routes: [
        ...diaryRoutes({ ...deps, planToday }),
        ...takeAlongRoutes({ ...deps, plansToTake, moodWeeks: moodWeeks(deps) }),
        ...handleplanRoutes(deps),
      ],
      sessions,
      authority,
      limited: await limitedIn(store),
      readings: await createReadings(store, clock),
      arrivals: createArrivals(randomBytes(32), clock),
      hardMoments: () => '<p>Ring 112</p>',
      rescue: createRescue({ ...deps, authority }, [diaryRescue(deps)]),
    }),
  );
  app.use(notFound).use(showProblem(pino({ level: 'silent' })));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    responses,
    diaryWeeks,
    symptomCircles,
    store,
    passTo: (time: string) => (now = Date.parse(time)),
    arrive: async (change: Partial<Launch> = {}) => {
      const launch = aLaunch(change);
      const { room, person } = await rooms.enrol(launch);
      const res = new ServerResponse(new IncomingMessage(new Socket()));
      const { role, language, returnUrl } = launch;
      sessions.open(res, { room: room.id, person: person.id, role, language, returnUrl });
      const cookie = String(res.getHeader('set-cookie')).split(';')[0] ?? '';
      const home = `/rum/${room.id}`;
      return { ...browser(origin, cookie), cookie, home, of: { room: room.id, person: person.id } };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await store.close();
    },
  };
};

export type DiaryWorld = Awaited<ReturnType<typeof diaryWorld>>;
export type Visitor = Awaited<ReturnType<DiaryWorld['arrive']>>;

export const bo = { person: { subject: '5', name: 'Bo' } } as const;
export const teacher = { role: 'instructor', person: { subject: '9', name: 'Ib' } } as const;
export const elsewhere = { context: { id: '3', title: 'Hold 8' } } as const;
