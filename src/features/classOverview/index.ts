export { greetingRoutes } from './greetingRoutes.ts';
export { classOverviewRoutes } from './routes.ts';
