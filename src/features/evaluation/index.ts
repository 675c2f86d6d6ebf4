export { createEvaluationSteps } from './stepStore.ts';
