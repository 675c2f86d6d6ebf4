export { TOOLBOX, toolboxRoutes } from './routes.ts';
