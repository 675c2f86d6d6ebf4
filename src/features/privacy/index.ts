export { privacyRoutes } from './routes.ts';
export { readable } from './readable.ts';
