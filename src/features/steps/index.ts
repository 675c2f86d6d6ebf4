export { stepRoutes } from './routes.ts';
export type { StepDeps } from './showStep.ts';
export { stepRescue, type StepRescueDeps } from './rescue.ts';
export { isShown } from './visible.ts';
