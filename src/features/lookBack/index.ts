export { lookBackRoutes } from './routes.ts';
