export { wholeWindowDoor } from './door.ts';
export { wholeWindowRoutes } from './routes.ts';
