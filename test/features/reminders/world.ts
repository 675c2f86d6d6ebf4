import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { load } from 'cheerio';
import express from 'express';
import { createLog, logRequests } from '../../../src/http/log.ts';
import type { Launch } from '../../../src/domain/launch.ts';
import type { RosterAnswer } from '../../../src/rooms/roster.ts';
import type { Schedule } from '../../../src/domain/schedule.ts';
import { deliveryRoutes } from '../../../src/features/reminders/deliveryRoutes.ts';
import { publicReminderRoutes } from '../../../src/features/reminders/publicRoutes.ts';
import { remindersRoutes } from '../../../src/features/reminders/routes.ts';
import { ownLinkEntry } from '../../../src/activities/survey/ownLinks/entryRoutes.ts';
import { createArrivals } from '../../../src/http/arrivals.ts';
import { Problem } from '../../../src/http/problem.ts';
import { maskToken } from '../../../src/http/formToken.ts';
import { roomRouter } from '../../../src/http/roomRouter.ts';
import { createSessions } from '../../../src/http/session.ts';
import { notFound, showProblem } from '../../../src/http/showProblem.ts';
import { createAuditLog } from '../../../src/features/auditLog/store.ts';
import { createViews } from '../../../src/http/views.ts';
import { createEmail, createReminders, createSms } from '../../../src/features/reminders/index.ts';
import { createKeepTokens } from '../../../src/forms/keepTokens.ts';
import { createOwnLinks } from '../../../src/activities/survey/ownLinks/store.ts';
import { createResponses } from '../../../src/responses/responses.ts';
import { createRooms } from '../../../src/rooms/rooms.ts';
import { createSchedules } from '../../../src/rooms/settings.ts';
import { startMailServer } from '../../reminders/mailServer.ts';
import { startSmsGateway } from '../../reminders/smsGateway.ts';
import { aLaunch } from '../../support/launches.ts';
import { authorityIn } from '../../support/authority.ts';
import { limitedIn } from '../../support/limits.ts';
import { memoryStore } from '../../support/stores.ts';
import { courses as roomCourses } from '../room/course.ts';

/** Webinars on Thursdays at 10, from Monday 30 November 2026. */
export const withWebinar: Schedule = {
  start: '2026-11-30',
  pace: 'weekly',
  rhythm: '',
  webinar: { weekday: 4, time: '10:00' },
  link: 'https://webinar.example/hold-7',
};

/** Of those who carry messages. */
export const webhookSecret = 'a secret of those who carry messages';

/** The page of reminders, real mail and SMS servers, and two workers on the same store; only the clock is the test's. */
export async function remindersWorld({ offered = true, courses = roomCourses } = {}) {
  let now = Date.parse('2026-11-28T09:00:00Z');
  const clock = () => now;
  const store = await memoryStore();
  const rooms = await createRooms(store, clock);
  const schedules = await createSchedules(store, clock);
  const responses = await createResponses(store, { clock, rooms });
  const sessions = createSessions(randomBytes(32), { clock, toolUrl: 'http://localhost' });
  const mail = await startMailServer();
  const gateway = await startSmsGateway();
  const platform = { isActive: true };
  const ownLinks = await createOwnLinks(store, clock);
  const keepTokens = createKeepTokens(randomBytes(32), clock);
  const roster: { answer: RosterAnswer } = { answer: { kind: 'not-offered' } };
  let logged = '';
  const log = createLog('trace', { write: (line: string) => void (logged += line) });
  const server = express();
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const sms = createSms({ gateway: 'generic', url: gateway.url, token: 'gateway-token', sender: 'Kurset' });
  const email = createEmail({
    bounces: 'retur@example.dk',
    url: mail.url,
    from: 'Påmindelse <besked@example.dk>',
    requireTls: false,
  });
  const needs = {
    courses,
    coursesOf: () => Promise.resolve(courses),
    responses,
    rooms,
    schedules,
    clock,
    log,
    random: () => 0.5,
    key: randomBytes(32),
    smsLimits: { countries: ['45'], codesPerDay: 500 },
    toolUrl: origin,
    roster: () => Promise.resolve(roster.answer),
    isActive: () => Promise.resolve(platform.isActive),
    ownLinks,
    channels: offered ? { email, sms } : {},
  };
  const reminders = await createReminders(store, needs);
  const other = await createReminders(store, needs);
  const deps = { ...needs, reminders, limited: await limitedIn(store), config: { toolUrl: origin } };
  const delivering = (by: 'generic' | 'gatewayapi') => ({
    ...deps,
    config: { webhookSecrets: { email: webhookSecret, sms: webhookSecret }, sms: { gateway: by } },
  });
  createViews({ root: join(import.meta.dirname, '../../..') }).useIn(server);
  server
    .use(logRequests(log))
    .use(
      '/rum',
      roomRouter({
        routes: remindersRoutes(deps),
        sessions,
        authority: authorityIn(rooms),
        limited: deps.limited,
        auditLog: await createAuditLog(store, clock),
        arrivals: createArrivals(randomBytes(32), clock),
        hardMoments: () => '<p>Ring 112</p>',
        rescue: () => Promise.reject(new Problem('session-ended')),
      }),
    )
    .use(publicReminderRoutes(deps))
    .use(deliveryRoutes(delivering('generic')))
    .use('/gatewayapi', deliveryRoutes(delivering('gatewayapi')))
    .use(ownLinkEntry({ ...deps, sessions, keepTokens, validFrom: () => Promise.resolve(0) }))
    .use(notFound)
    .use(showProblem(log));

  return {
    origin,
    mail,
    gateway,
    roster,
    platform,
    ownLinks,
    rooms,
    responses,
    schedules,
    reminders,
    log: () => logged,
    passTo: (time: string) => (now = Date.parse(time)),
    pass: (ms: number) => (now += ms),
    /** Both workers look, at the same time. */
    work: () => Promise.all([reminders.worker.round(), other.worker.round()]),
    arrive: async (change: Partial<Launch> = {}) => {
      const launch = aLaunch(change);
      const { room, person } = await rooms.enrol(launch);
      const res = new ServerResponse(new IncomingMessage(new Socket()));
      const { role, language, returnUrl } = launch;
      const viewer = sessions.open(res, { room: room.id, person: person.id, role, language, returnUrl });
      const cookie = String(res.getHeader('set-cookie')).split(';')[0] ?? '';
      return visitor(origin, { cookie, csrf: maskToken(viewer.csrf), room: room.id, person: person.id });
    },
    close: async () => {
      listening.closeAllConnections();
      listening.close();
      await mail.stop();
      await gateway.close();
      await store.close();
    },
  };
}

export type RemindersWorld = Awaited<ReturnType<typeof remindersWorld>>;

interface Session {
  cookie: string;
  csrf: string;
  room: string;
  person: string;
}

/** A browser without scripts at the page of reminders. */
function visitor(origin: string, session: Session) {
  const page = `/rum/${session.room}/paamindelser`;
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { ...init, headers: { cookie: session.cookie } });
  const read = async (response: Response) => {
    const $ = load(await response.text());
    return { status: response.status, $, words: $('main').text().replace(/\s+/g, ' ').trim() };
  };
  const post = async (path: string, fields: Record<string, string | string[]>) => {
    const body = new URLSearchParams({ _csrf: session.csrf });
    for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
    return read(await ask(`${page}/${path}`, { method: 'POST', body }));
  };
  return { ...session, page, ask, post, show: async () => read(await ask(page)) };
}

export type Visitor = Awaited<ReturnType<RemindersWorld['arrive']>>;

export const choices = {
  naar: 'before',
  dage: '2',
  ugedag: '7',
  tid: '10:00',
  plantid: '09:00',
} as const;

export function codeIn(text: string): string {
  return /\b\d{6}\b/.exec(text)?.[0] ?? '';
}

/** E-mail on, for this. */
export async function turnOnEmail(
  world: RemindersWorld,
  who: Visitor,
  fields: Record<string, string | string[]> = { ...choices, hvad: ['preparation', 'webinar'] },
) {
  await who.post('email/adresse', { adresse: 'sara@example.dk' });
  await who.post('email/kode', { kode: codeIn(world.mail.mails.at(-1)?.text ?? '') });
  await who.post('email/valg', fields);
  world.mail.mails.length = 0;
}

/** For the describe block: before each test a world, and Sara in a class that has a webinar. */
export function withSara(use: (given: { world: RemindersWorld; sara: Visitor }) => void): void {
  let world: RemindersWorld;
  beforeEach(async () => {
    world = await remindersWorld();
    const sara = await world.arrive();
    await world.schedules.save(sara.room, withWebinar, 'ulla');
    use({ world, sara });
  });
  afterEach(() => world.close());
}
