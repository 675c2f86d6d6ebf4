export { goesOnAt, stepRoutes } from './routes.ts';
export type { StepDeps } from './showStep.ts';
export { stepRescue, type StepRescueDeps } from './rescue.ts';
export type { Stepping } from './stepping.ts';
export { stepPage } from './stepPage.ts';
export { isShown } from './visible.ts';
