export { greetingRoutes } from './routes.ts';
export { greetingTo, type GreetingDeps } from './shown.ts';
export { createGreetings } from './store.ts';
export { createGreetingPictures } from './pictureStore.ts';
