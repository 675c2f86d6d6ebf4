export { stepRoutes } from './routes.ts';
export type { StepDeps } from './showStep.ts';
export { createRescue, type RescueDeps } from './rescue.ts';
export { isShown } from './visible.ts';
