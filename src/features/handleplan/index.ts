export { handleplanRoutes, type PlanDeps } from './routes.ts';
export { createPlanRescue, type PlanRescueDeps } from './rescue.ts';
export { planToday, type PlanToday, type TodayInput } from './today.ts';
