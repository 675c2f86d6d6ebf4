export { signOutRoutes } from './routes.ts';
