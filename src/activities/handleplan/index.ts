export { isHandleplan } from './plan/activity.ts';
export { daysToPress } from './otherPages/daysToPress.ts';
export { planInWords } from './plan/inWords.ts';
export { planNumbers, type PlanNumbers } from './otherPages/followUp.ts';
export { plansToTake, type PlanToTake } from './otherPages/plansToTake.ts';
export { planRescue, type PlanRescueDeps } from './making/rescue.ts';
export { planToday, type PlanToday } from './otherPages/today.ts';
