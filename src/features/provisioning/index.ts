export { createImports } from './imports.ts';
export { type PreparedRooms, createPreparedRooms } from './prepared.ts';
export { provisioningRoutes } from './routes.ts';
