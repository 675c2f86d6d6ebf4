export { evaluatorRoutes } from './evaluatorRoutes.ts';
export { evaluationRoutes } from './routes.ts';
export { createEvaluationSteps } from './disclosure/stepStore.ts';
