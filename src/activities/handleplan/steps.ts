import type { Intent } from '../../forms/posted.ts';
import { READER } from '../../forms/readers.ts';
import { commentId, followUpIds, taskId, TASKS, tickId, WEEKDAYS } from './ids.ts';
import { SURE_ENOUGH, type Plan } from './plan.ts';

/** The steps in which a plan is made, the week itself, and the two in which it is closed. */
export type Step = 'begynd' | 'plan' | 'tro' | 'lettere' | 'slut' | 'uge' | 'gik' | 'loes';

const STEPS: readonly string[] = ['begynd', 'plan', 'tro', 'lettere', 'slut', 'uge', 'gik', 'loes'] satisfies Step[];

export const isStep = (text: string): text is Step => STEPS.includes(text);
export const isFollowUp = (step: Step): boolean => step === 'uge' || step === 'gik' || step === 'loes';

/** The steps of making this plan: one more where the person is not so sure. */
export const makingSteps = ({ sure }: Plan): Step[] =>
  sure !== undefined && sure < SURE_ENOUGH
    ? ['begynd', 'plan', 'tro', 'lettere', 'slut']
    : ['begynd', 'plan', 'tro', 'slut'];

const troubled = ({ outcome }: Plan): boolean => outcome === 'delvist' || outcome === 'ikke';

/** Where a press leads; saving stays, and no step is ever shut. */
export const stepAfter = (step: Step, intent: Intent, plan: Plan): Step => {
  if (intent === 'save' || (intent === 'send' && !isFollowUp(step))) return step;
  return isFollowUp(step) ? followUpAfter(step, intent, plan) : makingAfter(step, intent === 'back' ? -1 : 1, plan);
};

const followUpAfter = (step: Step, intent: Intent, plan: Plan): Step => {
  if (step === 'gik' && intent !== 'back' && troubled(plan)) return 'loes';
  return step === 'loes' && intent === 'back' ? 'gik' : 'uge';
};

const makingAfter = (step: Step, by: 1 | -1, plan: Plan): Step => {
  const steps = makingSteps(plan);
  if (!steps.includes(step)) return by > 0 ? 'slut' : 'tro';
  return steps[Math.min(Math.max(steps.indexOf(step) + by, 0), steps.length - 1)] ?? 'begynd';
};

/** Where to go on with a plan that is not sent yet. */
export const resumeAt = (step: string | undefined): Step =>
  step !== undefined && isStep(step) && !isFollowUp(step) ? step : 'begynd';

/** Ids of what a step asks for. */
export const askedIn = (step: Step, plan: Plan, { isFirst }: { isFirst: boolean }): string[] => {
  const isTasks = plan.form === 'opgaver';
  const marks = isTasks ? plan.tasks.map(({ id }) => id) : WEEKDAYS.map(tickId);
  const whole = isTasks ? TASKS.map(taskId) : ['hvad', 'hvor-meget', 'hvornaar', 'antal-dage'];
  const smaller = isTasks ? TASKS.map(taskId) : ['hvor-meget', 'hvornaar', 'antal-dage'];
  return {
    begynd: [...(isFirst ? [] : ['fra']), 'form', 'uge'],
    plan: whole,
    tro: ['tro'],
    lettere: ['hindring', 'lettere', ...smaller, 'tro'],
    slut: [READER],
    uge: marks.flatMap((id) => [id, commentId(id)]),
    gik: ['gik', 'gik-tekst'],
    loes: ['problem', 'ideer', 'egen-ide'],
  }[step];
};

/** What must stand in a plan before it is one. */
export const requiredIn = ({ form }: Plan): string[] =>
  form === 'opgaver' ? [taskId(1), 'tro'] : ['hvad', 'antal-dage', 'tro'];

const HOME: Record<string, Step> = {
  fra: 'begynd',
  form: 'begynd',
  uge: 'begynd',
  tro: 'tro',
  hindring: 'lettere',
  lettere: 'lettere',
  [READER]: 'slut',
  gik: 'gik',
  'gik-tekst': 'gik',
  problem: 'loes',
  ideer: 'loes',
  'egen-ide': 'loes',
};

/** The step where a field is put right. */
export const stepOf = (field: string): Step => HOME[field] ?? (followUpIds.has(field) ? 'uge' : 'plan');
