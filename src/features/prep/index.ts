export { prepRoutes, type PrepDeps } from './routes.ts';
export { createRescue, type RescueDeps } from './rescue.ts';
