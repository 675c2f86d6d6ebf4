export { greetingRoutes, greetingTo, type GreetingDeps } from './routes.ts';
export { createGreetings } from './store.ts';
