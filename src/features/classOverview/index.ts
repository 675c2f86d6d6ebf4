export { messageRoutes } from './messageRoutes.ts';
export { classOf, type OverviewDeps } from './classOf.ts';
export { ruleInWords } from './ruleInWords.ts';
export { rowsOf, weeksWithPrep, type Row } from './rows.ts';
export { runningOf, standings, type Standing } from './standing.ts';
export { classOverviewRoutes } from './routes.ts';
