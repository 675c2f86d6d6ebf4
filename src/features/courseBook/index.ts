export { courseBookRoutes } from './routes.ts';
