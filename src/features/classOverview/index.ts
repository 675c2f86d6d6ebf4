export { messageRoutes } from './messageRoutes.ts';
export { classOverviewRoutes } from './routes.ts';
