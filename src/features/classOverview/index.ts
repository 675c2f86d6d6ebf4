export { classOverviewRoutes } from './routes.ts';
