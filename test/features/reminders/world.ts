import { load } from 'cheerio';
import type { Launch } from '../../../src/domain/launch.ts';
import type { Schedule } from '../../../src/domain/schedule.ts';
import { createLog } from '../../../src/http/log.ts';
import { maskToken } from '../../../src/http/formToken.ts';
import { connectReminders } from '../../../src/composition/reminders.ts';
import { startMailServer } from './mailServer.ts';
import { startSmsGateway } from './smsGateway.ts';
import { memberListOf, startMemberServer } from '../../support/memberServer.ts';
import { testApp } from '../../support/testApp.ts';
import { courses as roomCourses } from '../room/course.ts';

/** Webinars on Thursdays at 10, from Monday 30 November 2026. */
export const withWebinar: Schedule = {
  start: '2026-11-30',
  pace: 'weekly',
  rhythm: '',
  webinar: { weekday: 4, time: '10:00' },
  link: 'https://webinar.example/hold-7',
  municipality: '',
};

/** Of those who carry messages. */
export const webhookSecret = 'the-secret-of-those-who-carry-messages';

/** The whole tool with real mail, SMS and member-list servers, and two workers on the same store; only the clock is the test's. */
export async function remindersWorld({ offered = true, courses = roomCourses, gateway: by = 'generic' } = {}) {
  const [mail, gateway, members] = await Promise.all([startMailServer(), startSmsGateway(), startMemberServer()]);
  let logged = '';
  const channels = { SMTP_URL: mail.url, ...mailSettings, SMS_GATEWAY: by, SMS_URL: gateway.url, ...smsSettings };
  const app = await testApp({
    at: '2026-11-28T09:00:00Z',
    courses,
    log: createLog('trace', { write: (line: string) => void (logged += line) }),
    settings: offered ? channels : {},
    lms: members.url,
  });
  const { deps } = app;
  // The tests say when the workers look.
  deps.rest();
  const { reminders, rooms, responses, schedules, ownLinks } = deps;
  const other = await connectReminders({ ...deps, roster: deps.lti.roster, isActive: deps.lti.isActive });

  return {
    origin: app.origin,
    mail,
    gateway,
    members,
    ownLinks,
    rooms,
    responses,
    schedules,
    reminders,
    log: () => logged,
    passTo: app.passTo,
    pass: app.pass,
    shutOut: () => deps.lti.platforms.deactivate(app.platform),
    /** Both workers look, at the same time. */
    work: () => Promise.all([reminders.worker.round(), other.worker.round()]),
    arrive: async (change: Partial<Launch> = {}) => {
      const { cookie, csrf, room, person } = await app.arrive({ services: memberListOf(members), ...change });
      return visitor(app.origin, { cookie, csrf: maskToken(csrf), room: room.id, person: person.id });
    },
    close: async () => {
      await app.close();
      await Promise.all([mail.stop(), gateway.close(), members.close()]);
    },
  };
}

const mailSettings = {
  MAIL_FROM: 'Påmindelse <besked@example.dk>',
  MAIL_BOUNCES: 'retur@example.dk',
  MAIL_WEBHOOK_SECRET: webhookSecret,
};
const smsSettings = { SMS_TOKEN: 'gateway-token', SMS_SENDER: 'Kurset', SMS_WEBHOOK_SECRET: webhookSecret };

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
