export { planNumbers } from './followUp.ts';
export { planRescue, type PlanRescueDeps } from './rescue.ts';
export { plansToTake } from './plansToTake.ts';
export { planToday } from './today.ts';
