export { messageRoutes } from './messageRoutes.ts';
export { classOf, type OverviewDeps } from './classOf.ts';
export { ruleInWords } from './ruleInWords.ts';
export type { Row } from './rows.ts';
export { weeksWithPrep } from './rows.ts';
export { classOverviewRoutes } from './routes.ts';
