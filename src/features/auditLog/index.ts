export { auditLogRoutes } from './routes.ts';
export { createAuditLog } from './store.ts';
export { wholeLog } from './wholeLog.ts';
