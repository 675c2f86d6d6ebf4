import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAuditLog } from './features/auditLog/index.ts';
import type { Config } from './config.ts';
import type { Courses } from './content/course.ts';
import { weekCount } from './content/rhythm.ts';
import { openCourse, watchCourse } from './activities/course.ts';
import type { Clock } from './domain/clock.ts';
import type { Schedule } from './domain/schedule.ts';
import { noMeasures, type Measures } from './domain/measures.ts';
import { findActivity } from './content/find.ts';
import { createArrivals } from './http/arrivals.ts';
import { createAuthority, createValidFrom } from './http/authority.ts';
import { createHitCounts, type HitCounts } from './http/hitCounts.ts';
import { createLimited } from './http/limited.ts';
import { createLog } from './http/log.ts';
import { createMeters, type Meters } from './http/measures.ts';
import { createSessions } from './http/session.ts';
import type { Stopping } from './http/stopping.ts';
import { createViews, type Views } from './http/views.ts';
import { createLti, type LtiOptions } from './lti/index.ts';
import { createEditing, type Editing } from './features/editing/index.ts';
import { createEvaluationSteps } from './features/evaluation/index.ts';
import { createKeepTokens } from './forms/keepTokens.ts';
import { createInstructorNotes } from './features/instructor/index.ts';
import { openOwnNotes } from './forms/ownNotes.ts';
import { openGreetings } from './features/greeting/index.ts';
import { createIdeas } from './features/ideas/index.ts';
import { openReplies } from './features/replies/index.ts';
import { createNotices, createPrivacy, guardErased, keepErasing } from './features/privacy/index.ts';
import { connectReports } from './responses/connectReports.ts';
import { joinQueues } from './responses/queue.ts';
import { createResponses } from './responses/responses.ts';
import { reportCombinedScores } from './features/combinedScores/index.ts';
import { createCombinedScores } from './responses/combinedScores.ts';
import { createAttendances } from './features/attendance/index.ts';
import { createAbsences } from './features/absence/index.ts';
import { createImports, createPreparedRooms } from './features/provisioning/index.ts';
import { createRooms } from './rooms/rooms.ts';
import { createSessionEnds } from './rooms/sessionEnds.ts';
import { createSessionTickets } from './rooms/sessionTickets.ts';
import { createSchedules } from './rooms/settings.ts';
import { createScoreHealth } from './responses/scoreHealth.ts';
import { openSignIns } from './features/signIn/index.ts';
import { openSandboxRoom } from './composition/sandboxRoom.ts';
import { openLinks } from './composition/links.ts';
import { openStore } from './store/openStore.ts';
import { deriveKey } from './store/sealing.ts';
import { loadSecrets } from './store/secrets.ts';
import { pageRenderer } from './composition/ltiPages.ts';
import { connectReminders } from './composition/reminders.ts';
import { createRescues } from './composition/rescues.ts';
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
    ...asked(parts, lti.isActive),
    reminders,
    privacy,
    stopping,
    sandbox,
    sandboxUrl: sandbox?.url,
    roster: lti.roster,
    selections: lti.selections,
    ...runningOf({ ...parts, lti, reminders, sandbox, stopping, erasing: keepErasing(privacy, log) }),
  };
}

interface Running extends Pick<Parts, 'courseWatch' | 'views' | 'hitCounts' | 'store' | 'rooms' | 'served'> {
  lti: Awaited<ReturnType<typeof connectLti>>;
  reminders: Awaited<ReturnType<typeof connectReminders>>;
  sandbox: Awaited<ReturnType<typeof openSandboxRoom>> | undefined;
  erasing: ReturnType<typeof keepErasing>;
  stopping: Stopping;
}

/** The parts that run by themselves. */
function runningOf({ courseWatch, views, hitCounts, store, rooms, served, lti, reminders, ...own }: Running) {
  const { sandbox, erasing, stopping } = own;
  return {
    /** Call this once the tool listens. */
    begin: async () => {
      await erasing.start();
      // For rooms from before they knew their columns.
      await rooms.gradebooks.begin(await rooms.all());
      served.start();
      lti.reporter.start();
      reminders.worker.start();
      await sandbox?.begin();
      stopping.begun = true;
    },
    /** Call this when the process has been asked to stop: scores and messages in hand are ended, no more are begun. */
    rest: () => {
      void lti.reporter.stop();
      void reminders.worker.stop();
    },
    /** Call this when no request is left. */
    close: async () => {
      served.stop();
      courseWatch?.close();
      views.close();
      await erasing.stop();
      await reminders.worker.stop();
      await lti.close();
      hitCounts.close();
      await sandbox?.close();
      await store.close();
    },
  };
}

/** What every request of a room asks of the store, and the handler for forms without a session. */
function asked(parts: Parts, isActive: (platform: string) => Promise<boolean>) {
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

/** The store, and everything that lives in it or is signed with its secret. */
export async function openStores(config: Config, clock: Clock, measures: Measures = noMeasures) {
  const { toolSecret, dataKeys } = loadSecrets(config);
  const store = await guardErased(await openStore({ databaseUrl: config.databaseUrl, dataKeys, measures }));
  const rooms = await createRooms(store, clock);
  const schedules = await createSchedules(store, clock);
  const sessionEnds = await createSessionEnds(store, clock);
  const scoreHealth = await createScoreHealth(store, clock);
  const reporting = { clock, rooms, ended: scoreHealth.ended };
  return {
    toolSecret,
    store,
    rooms,
    schedules,
    prepared: await createPreparedRooms(store, { clock, schedules }),
    imports: await createImports(store, clock),
    scoreHealth,
    responses: await createResponses(store, reporting),
    combinedScores: await createCombinedScores(store, reporting),
    ...(await openOwnNotes(store, clock)),
    instructorNotes: await createInstructorNotes(store, clock),
    ...(await openReplies(store, clock)),
    ...(await openGreetings(store, clock)),
    sessionEnds,
    validFrom: createValidFrom(sessionEnds.everyone),
    sessions: createSessions(deriveKey(toolSecret, 'taettere-paa-job session'), { clock, toolUrl: config.toolUrl }),
    arrivals: createArrivals(deriveKey(toolSecret, 'taettere-paa-job arrival'), clock),
    absences: await createAbsences(store, clock),
    attendances: await createAttendances(store, clock),
    ideas: await createIdeas(store, clock),
    auditLog: await createAuditLog(store, clock, config.retentionMonths),
    notices: await createNotices(store, clock),
    ...(await openLinks(store, clock)),
    evaluationSteps: await createEvaluationSteps(store),
    pseudonymKey: deriveKey(toolSecret, 'taettere-paa-job evaluation'),
    sessionTickets: await createSessionTickets(store, clock),
    ...(await openSignIns({ store, clock, toolUrl: config.toolUrl })),
    keepTokens: createKeepTokens(deriveKey(toolSecret, 'taettere-paa-job keep'), clock),
  };
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
type Stores = Awaited<ReturnType<typeof openStores>>;
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
    welcome: createWelcome({ ...parts, responses }),
    reports: joinQueues([responses.queue, combinedScores.queue]),
    looks: parts.rooms.gradebooks.looks,
    columnTitle: (activity) => findActivity(courses.da, activity)?.title ?? activity,
    trustedProxies: config.production ? 1 : 0,
  });
}
