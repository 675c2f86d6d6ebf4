export { messageRoutes } from './messageRoutes.ts';
export { classOf, type OverviewDeps } from './classOf.ts';
export { ruleInWords } from './ruleInWords.ts';
export { rowsOf, weeksWithPrep, type ParticipantRow } from './rows.ts';
export { runningOf, standings, type Standing } from './standing.ts';
export { classOverviewRoutes } from './routes.ts';
