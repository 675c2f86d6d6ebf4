export { prepRoutes } from './routes.ts';
