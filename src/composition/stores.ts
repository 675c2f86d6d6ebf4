import { createAuditLog } from '../features/auditLog/index.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../domain/clock.ts';
import { noMeasures, type Measures } from '../domain/measures.ts';
import { createArrivals } from '../http/arrivals.ts';
import { createValidFrom } from '../http/authority.ts';
import { createSessions } from '../http/session.ts';
import { createEvaluationSteps } from '../features/evaluation/index.ts';
import { createKeepTokens } from '../forms/keepTokens.ts';
import { createInstructorNotes } from '../features/instructor/index.ts';
import { openOwnNotes } from '../forms/ownNotes.ts';
import { openGreetings } from '../features/greeting/index.ts';
import { createIdeas } from '../features/ideas/index.ts';
import { openReplies } from '../features/replies/index.ts';
import { createNotices, guardErased } from '../features/privacy/index.ts';
import { createResponses } from '../responses/responses.ts';
import { createCombinedScores } from '../responses/combinedScores.ts';
import { createAttendances } from '../features/attendance/index.ts';
import { createAbsences } from '../features/absence/index.ts';
import { createImports, createPreparedRooms } from '../features/provisioning/index.ts';
import { createRooms } from '../rooms/rooms.ts';
import { createSessionEnds } from '../rooms/sessionEnds.ts';
import { createSessionTickets } from '../rooms/sessionTickets.ts';
import { createSchedules } from '../rooms/settings.ts';
import { createScoreHealth } from '../responses/scoreHealth.ts';
import { openSignIns } from '../features/signIn/index.ts';
import { openLinks } from './links.ts';
import { openStore } from '../store/openStore.ts';
import { deriveKey } from '../store/sealing.ts';
import { loadSecrets } from '../store/secrets.ts';

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

export type Stores = Awaited<ReturnType<typeof openStores>>;
