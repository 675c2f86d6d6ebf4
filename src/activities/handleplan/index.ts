export { isHandleplan } from './activity.ts';
export { daysToPress } from './daysToPress.ts';
export { planInWords } from './inWords.ts';
export { planNumbers, type PlanNumbers } from './followUp.ts';
export { plansToTake, type PlanToTake } from './plansToTake.ts';
export { planRescue, type PlanRescueDeps } from './rescue.ts';
export { planToday, type PlanToday } from './today.ts';
