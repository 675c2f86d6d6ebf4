export { caseWorkerPages } from './caseWorker.ts';
export { coordinatorRoutes } from './coordinator.ts';
export { createStatementLinks } from './links.ts';
export { municipalityRoutes } from './routes.ts';
