import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Courses } from './content/course.ts';
import { loadCourse } from './content/loading.ts';
import { createRescue } from './features/prep/index.ts';
import { findActivity } from './features/activities.ts';
import { createLog } from './http/log.ts';
import { createSessions } from './http/session.ts';
import { createViews, type Views } from './http/views.ts';
import { deriveKey } from './keys.ts';
import { createLti } from './lti/lti.ts';
import type { Render } from './lti/options.ts';
import { createKeepTokens } from './responses/keepTokens.ts';
import { createResponses } from './responses/responses.ts';
import { createRooms } from './rooms/rooms.ts';
import { openSandboxRoom } from './sandboxRoom.ts';
import { openStore } from './store/openStore.ts';
import { loadSecrets } from './store/secrets.ts';
import { texts } from './text/texts.ts';
import { createWelcome } from './welcome.ts';

export type Deps = Awaited<ReturnType<typeof buildDeps>>;

/** Builds every part and connects them, by plain functions: what a part needs stands in its call. */
export const buildDeps = async (config: Config) => {
  const root = join(import.meta.dirname, '..');
  const courseFolder = join(root, 'content', 'taettere-paa-job');
  const clock = Date.now;
  const log = createLog(config.logLevel);
  const courses = await loadCourse(courseFolder);
  const views = createViews({ root, cache: config.production });

  const { toolSecret, dataKeys } = loadSecrets(config);
  const store = await openStore({ databaseUrl: config.databaseUrl, dataKeys });
  const rooms = await createRooms(store, clock);
  const responses = await createResponses(store, { clock, rooms });
  const sessions = createSessions(deriveKey(toolSecret, 'session'), clock);
  const keepTokens = createKeepTokens(deriveKey(toolSecret, 'keep'), clock);

  const lti = await createLti({
    toolUrl: config.toolUrl,
    toolSecret,
    registration: config.registration,
    allowPrivatePlatforms: config.allowPrivatePlatforms,
    store,
    clock,
    random: Math.random,
    log,
    render: pageRenderer(views),
    welcome: createWelcome({ rooms, responses, sessions, courses }),
    reports: responses.queue,
    columnTitle: titleOf(courses),
    trustedProxies: config.production ? 1 : 0,
  });
  const sandbox = config.sandbox ? await openSandboxRoom(config, { clock, log }) : undefined;

  return {
    config,
    root,
    courseFolder,
    clock,
    log,
    courses,
    views,
    store,
    rooms,
    responses,
    sessions,
    keepTokens,
    lti,
    sandbox,
    sandboxUrl: sandbox?.url,
    roster: (room: Parameters<typeof lti.roster>[0]) => lti.roster(room),
    rescue: createRescue({ courses, responses, keepTokens, rooms }),
    /** To be called when the tool listens. */
    begin: async () => {
      lti.reporter.start();
      await sandbox?.begin();
    },
    /** To be called when no request is in hand any more. */
    close: async () => {
      await lti.reporter.stop();
      await lti.close();
      await sandbox?.close();
      await store.close();
    },
  };
};

/** Pages of the LTI paths are ours too, but rendered for ltijs's own Express. */
const pageRenderer =
  (views: Views): Render =>
  (view, model) =>
    views.render(view, { ...model, text: texts[model.language] });

const titleOf = (courses: Courses) => (activity: string) => findActivity(courses.da, activity)?.title ?? activity;
