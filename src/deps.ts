import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Courses } from './content/course.ts';
import { weekCount } from './content/rhythm.ts';
import { openCourse, watchCourse } from './activities/course.ts';
import type { Clock } from './domain/clock.ts';
import type { Schedule } from './domain/schedule.ts';
import { findActivity } from './content/find.ts';
import { createAuthority } from './http/authority.ts';
import { createHitCounts, type HitCounts } from './http/hitCounts.ts';
import { createLimited } from './http/limited.ts';
import { createLog } from './http/log.ts';
import { createMeters, type Meters } from './http/measures.ts';
import type { Stopping } from './http/stopping.ts';
import { createViews, type Views } from './http/views.ts';
import { createLti, type LtiOptions } from './lti/index.ts';
import { createEditing, type Editing } from './features/editing/index.ts';
import { createPrivacy, keepErasing } from './features/privacy/index.ts';
import { connectReports } from './responses/connectReports.ts';
import { joinQueues } from './responses/queue.ts';
import { reportCombinedScores } from './features/combinedScores/index.ts';
import { openSandboxRoom } from './composition/sandboxRoom.ts';
import { deriveKey } from './store/sealing.ts';
import { pageRenderer } from './composition/ltiPages.ts';
import { connectReminders } from './composition/reminders.ts';
import { lifecycleOf } from './composition/lifecycle.ts';
import { createRescues } from './composition/rescues.ts';
import { openStores, type Stores } from './composition/stores.ts';
import { root } from './root.ts';
import { addStoreMeters } from './composition/storeMeters.ts';
import { createWelcome } from './composition/welcome.ts';

export type Deps = Awaited<ReturnType<typeof buildDeps>>;

/** What comes from the real world by default. */
export interface Given {
  clock?: Clock;
  /** 0 to 1, as `Math.random`. */
  random?: () => number;
  /** Used instead of the package that the settings name. */
  courses?: Courses;
  /** Our keys for platforms; default: a new one each time. */
  keyPair?: LtiOptions['keyPair'];
  /** Templates already compiled by another app of this process. */
  views?: Views;
  /** Default: on standard output, at the level of the settings. */
  log?: Logger;
}

/** Builds every part and connects them by plain functions: each call names what the part needs. */
export async function buildDeps(config: Config, given: Given = {}) {
  const { clock = Date.now, random = Math.random, keyPair } = given;
  const log = given.log ?? createLog(config.logLevel);
  const meters = createMeters();
  const { courses: disk, ...shown } = await openShown(config, given);
  const kept = await openStores(config, clock, meters);
  const editing = await createEditing(kept.store, { ...kept, ...shown, clock, log, disk, facts: config });
  const hitCounts = await openHitCounts(kept, { clock, log });
  const parts = { config, clock, random, keyPair, log, meters, hitCounts, ...shown, ...kept, ...editing };

  const lti = await connectLti(parts);
  addStoreMeters({ ...parts, platforms: lti.platforms });
  reportCombinedScores(parts);
  connectReports(kept, lti.reporter);
  const reminders = await connectReminders({ ...parts, roster: lti.roster, isActive: lti.isActive });
  const privacy = await openPrivacy(parts);
  const sandbox = await openSandbox(parts);
  const stopping: Stopping = { asked: false, begun: false };

  return {
    ...parts,
    lti,
    ...roomGuards(parts, lti.isActive),
    reminders,
    privacy,
    stopping,
    sandbox,
    sandboxUrl: sandbox?.url,
    roster: lti.roster,
    selections: lti.selections,
    ...lifecycleOf({ ...parts, lti, reminders, sandbox, stopping, erasing: keepErasing(privacy, log) }),
  };
}

/** What decides whether a request of a room is let through, and what saves a form that comes without a session. */
function roomGuards(parts: Parts, isActive: (platform: string) => Promise<boolean>) {
  const authority = createAuthority({ ...parts, isActive });
  const limited = createLimited(parts.hitCounts);
  return { isActive, authority, limited, rescue: createRescues({ ...parts, authority, limited }) };
}

function openSandbox({ config, clock, log, toolSecret }: Parts) {
  const dataKey = deriveKey(toolSecret, 'taettere-paa-job sandbox').toString('base64');
  return config.sandbox ? openSandboxRoom(config, { clock, log, dataKey }) : undefined;
}

/** What people see: the course and the pages. */
async function openShown(config: Config, given: Given) {
  const courseFolder = config.courseDir ?? join(root, 'content', 'taettere-paa-job');
  const courses = given.courses ?? (await openCourse(courseFolder, config));
  const courseWatch = config.coursePreview ? await watchCourse(courseFolder, courses, config) : undefined;
  const views = given.views ?? createViews({ root, follow: config.followsViews, preview: courseWatch !== undefined });
  return { root, courseFolder, courses, courseWatch, views };
}

/** Personal data: copies, erasure and retention. */
function openPrivacy({ config, clock, store, coursesOf }: Pick<Parts, 'config' | 'clock' | 'store' | 'coursesOf'>) {
  const weeks = async (schedule: Schedule, room: string) => weekCount((await coursesOf(room)).da, schedule);
  return createPrivacy(store, { ...config, clock, weeks });
}

function openHitCounts({ store, toolSecret }: Stores, about: { clock: Clock; log: Logger }): Promise<HitCounts> {
  return createHitCounts(store, { ...about, key: deriveKey(toolSecret, 'taettere-paa-job rate-limits') });
}

type CourseParts = Awaited<ReturnType<typeof openShown>> & Editing;
type Tools = Required<Pick<Given, 'clock' | 'random' | 'log'>> & Pick<Given, 'keyPair'>;
type Parts = { config: Config; meters: Meters; hitCounts: HitCounts } & Tools & CourseParts & Stores;

function connectLti({ config, views, courses, responses, combinedScores, ...parts }: Parts) {
  return createLti({
    ...parts,
    measures: parts.meters,
    production: config.production,
    toolUrl: config.toolUrl,
    registration: config.registration,
    allowPrivatePlatforms: config.allowPrivatePlatforms,
    privateNetworks: config.privateNetworks,
    render: pageRenderer(views),
    welcome: createWelcome({ ...parts, responses, combinedScores }),
    reports: joinQueues([responses.queue, combinedScores.queue]),
    looks: parts.rooms.gradebooks.looks,
    columnTitle: (activity) => findActivity(courses.da, activity)?.title ?? activity,
    trustedProxies: config.production ? 1 : 0,
  });
}
