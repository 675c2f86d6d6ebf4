import { nothingChosen } from '../../../src/domain/schedule.ts';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { load } from 'cheerio';
import { decodeJwt, type JWTPayload } from 'jose';
import express from 'express';
import { pino } from 'pino';
import { createReadings } from '../../../src/access/readings.ts';
import type { Course } from '../../../src/content/course.ts';
import { stepRescue } from '../../../src/features/steps/index.ts';
import { createRescue } from '../../../src/forms/rescue.ts';
import { pickerRoutes } from '../../../src/features/picker/routes.ts';
import { createArrivals } from '../../../src/http/arrivals.ts';
import { secureHeaders } from '../../../src/http/headers.ts';
import { roomRouter } from '../../../src/http/rooms.ts';
import { createSessions } from '../../../src/http/session.ts';
import { showProblem } from '../../../src/http/showProblem.ts';
import { createViews } from '../../../src/http/views.ts';
import { createLti, type Lti } from '../../../src/lti/index.ts';
import { createKeepTokens } from '../../../src/responses/keepTokens.ts';
import { createResponses } from '../../../src/responses/responses.ts';
import { createRooms } from '../../../src/rooms/rooms.ts';
import { texts } from '../../../src/text/texts.ts';
import { createWelcome } from '../../../src/welcome.ts';
import { people, startPlatform, type Platform } from '../../support/platform/startPlatform.ts';
import type { Visit, WebClient } from '../../support/platform/webClient.ts';
import { authorityIn, opening } from '../../support/authority.ts';
import { limitedIn } from '../../support/limits.ts';
import { memoryStore } from '../../support/stores.ts';
import { course as sample, preparation } from '../steps/course.ts';

const root = join(import.meta.dirname, '../../..');
const key = Buffer.alloc(32, 7);

/** Two weeks of two activities and of one. */
const courseOf = (title: (number: number) => string): Course => ({
  ...sample,
  modules: [[1, 2], [3]].map((numbers, index) => ({
    id: `modul-${index + 1}`,
    number: index + 1,
    title: `Emne ${index + 1}`,
    summary: 'Om ugen.',
    activities: numbers.map((number) => ({ ...preparation, id: `nummer-${number}`, title: title(number) })),
  })),
});
const courses = { da: courseOf((n) => `Nummer ${n}`), en: courseOf((n) => `Number ${n}`) };

const settingsClaim = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';

/** The picker behind real sessions and real launches from a real platform; only the rest of the product is left out. */
export const pickerWorld = async () => {
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  const held: { lti?: Lti } = {};
  const app = express();
  const server = createServer((req, res) => {
    if (held.lti?.handles(req.url ?? '')) held.lti.listener(req, res);
    else app(req, res);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const toolUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const store = await memoryStore();
  const log = pino({ level: 'silent' });
  const rooms = await createRooms(store, clock);
  const responses = await createResponses(store, { clock, rooms });
  const readings = await createReadings(store, clock);
  const sessions = createSessions(key, { clock, toolUrl });
  const arrivals = createArrivals(key, clock);
  const views = createViews({ root });
  const lti = await createLti({
    toolUrl,
    toolSecret: 'a secret that is long enough for a test',
    registration: 'open',
    allowPrivatePlatforms: true,
    store,
    clock,
    random: () => 0.5,
    log,
    render: (view: string, model: { language: 'da' | 'en' }) =>
      views.render(view, { ...model, text: texts[model.language] }),
    welcome: createWelcome({
      rooms,
      responses,
      sessions,
      arrivals,
      courses,
      prepared: { applyTo: () => Promise.resolve() },
      validFrom: opening.validFrom,
      log,
    }),
    looks: rooms.gradebooks.looks,
    reports: responses.queue,
    columnTitle: (activity) => activity,
  });
  held.lti = lti;
  views.useIn(app);
  const authority = authorityIn(rooms, clock);
  const rescue = createRescue({ authority, keepTokens: createKeepTokens(key, clock) }, [
    stepRescue({ courses, responses }),
  ]);
  const routes = pickerRoutes({
    courses,
    rooms,
    schedules: { of: () => Promise.resolve(nothingChosen) },
    selections: lti.selections,
  });
  app
    .use(secureHeaders({ production: false, mediaHosts: [] }))
    .use(
      '/rum',
      roomRouter({
        routes,
        limited: await limitedIn(store),
        sessions,
        authority,
        arrivals,
        readings,
        hardMoments: () => '<p>Ring 112</p>',
        rescue,
      }),
    )
    .use(showProblem(log));
  const platform = await startPlatform({ toolUrl, clock });
  await platform.registerWithTool();

  return {
    toolUrl,
    platform,
    lti,
    pass: (ms: number) => (ahead += ms),
    /** An instructor asks to choose; the platform says of itself what is changed. */
    choosing: (changed: Record<string, unknown> = {}, how: { person?: string; client?: WebClient } = {}) =>
      startChoosing(platform, changed, how),
    close: async () => {
      await platform.close();
      await lti.close();
      server.closeAllConnections();
      server.close();
      await store.close();
    },
  };
};

export type PickerWorld = Awaited<ReturnType<typeof pickerWorld>>;

const startChoosing = async (
  platform: Platform,
  changed: Record<string, unknown>,
  { person = people.instructor, client }: { person?: string; client?: WebClient },
) => {
  platform.misbehave.claims = (claims: JWTPayload) => ({
    ...claims,
    [settingsClaim]: { ...(claims[settingsClaim] as object), ...changed },
  });
  try {
    return await platform.launch({ person, activity: 'select', ...(client && { client }) });
  } finally {
    platform.misbehave.claims = undefined;
  }
};

export const $of = (page: Visit) => load(page.html);

/** Values and words of the buttons that choose. */
export const choicesOf = (page: Visit): Record<string, string> => {
  const $ = $of(page);
  const buttons = $('button[name=choice]').toArray();
  return Object.fromEntries(buttons.map((button) => [String($(button).val()), $(button).text().trim()]));
};

/** What a page that sends itself holds for the platform. */
export const sentBy = (page: Visit) => {
  const payload = decodeJwt(String($of(page)('input[name=JWT]').val()));
  return {
    payload,
    items: payload['https://purl.imsglobal.org/spec/lti-dl/claim/content_items'] as Record<string, unknown>[],
  };
};
