export { circleRescue, type CircleRescueDeps } from './rescue.ts';
export { circleRoutes } from './routes.ts';
