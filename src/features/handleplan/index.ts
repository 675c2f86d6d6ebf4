export { planNumbers, type PlanNumbers } from './followUp.ts';
export { handleplanRoutes, type PlanDeps } from './routes.ts';
export { planRescue, type PlanRescueDeps } from './rescue.ts';
export { plansToTake, type PlanToTake } from './plansToTake.ts';
export { planToday, type PlanToday, type TodayInput } from './today.ts';
