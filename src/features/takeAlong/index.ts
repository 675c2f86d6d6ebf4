export { takeAlongRoutes } from './routes.ts';
