export { caseWorkerPages } from './caseWorker.ts';
export { municipalityRoutes } from './routes.ts';
