import type { Intent } from '../../../forms/posted.ts';
import { READER } from '../../../forms/readers.ts';
import { commentId, followUpIds, taskId, TASKS, tickId, WEEKDAYS } from '../plan/ids.ts';
import { SURE_ENOUGH, type Plan } from '../plan/plan.ts';

/** The steps for making a plan, the week itself, and the two steps for closing it. */
export type PlanStep = 'begynd' | 'plan' | 'lettere' | 'uge' | 'gik' | 'loes';

const STEPS: readonly string[] = ['begynd', 'plan', 'lettere', 'uge', 'gik', 'loes'] satisfies PlanStep[];

function isStep(text: string): text is PlanStep {
  return STEPS.includes(text);
}
export function isFollowUp(step: PlanStep): boolean {
  return step === 'uge' || step === 'gik' || step === 'loes';
}

/** Former pages that are now part of others: confidence in the plan, and the preview before saving. */
const PARTS_OF_PLAN = ['tro', 'slut'];

/** The step that an address or a draft names. */
export function stepNamed(name: string): PlanStep | undefined {
  const step = PARTS_OF_PLAN.includes(name) ? 'plan' : name;
  return isStep(step) ? step : undefined;
}

/** The steps of making this plan. A person who is not very sure of it may make it easier once it is saved. */
export function makingSteps({ sure }: Plan): PlanStep[] {
  return sure !== undefined && sure < SURE_ENOUGH ? ['begynd', 'plan', 'lettere'] : ['begynd', 'plan'];
}

/**
 * The steps that are listed and counted. A first plan begins with what to do: its week and kind are already proposed.
 */
export function stepsTold(plan: Plan, { step, isFirst }: { step: PlanStep; isFirst: boolean }): PlanStep[] {
  return makingSteps(plan).filter((one) => one === step || one !== 'begynd' || !isFirst);
}

function troubled({ outcome }: Plan): boolean {
  return outcome === 'delvist' || outcome === 'ikke';
}

/** Where a button leads; saving stays on the step, and every step is open. */
export function stepAfter(step: PlanStep, intent: Intent, plan: Plan): PlanStep {
  if (intent === 'save' || (intent === 'send' && !isFollowUp(step))) return step;
  return isFollowUp(step) ? followUpAfter(step, intent, plan) : makingAfter(step, intent === 'back' ? -1 : 1, plan);
}

function followUpAfter(step: PlanStep, intent: Intent, plan: Plan): PlanStep {
  if (step === 'gik' && intent === 'next' && troubled(plan)) return 'loes';
  return step === 'loes' && intent === 'back' ? 'gik' : 'uge';
}

function makingAfter(step: PlanStep, by: 1 | -1, plan: Plan): PlanStep {
  const steps = makingSteps(plan);
  if (!steps.includes(step)) return 'plan';
  return steps[Math.min(Math.max(steps.indexOf(step) + by, 0), steps.length - 1)] ?? 'begynd';
}

/** Where to continue an unfinished plan, or begin one. People who have made a plan before may continue that one. */
export function resumeAt(step: string | undefined, { isFirst }: { isFirst: boolean }): PlanStep {
  const begin = isFirst ? 'plan' : 'begynd';
  const left = stepNamed(step ?? '');
  if (left === undefined || isFollowUp(left)) return begin;
  return left === 'lettere' ? 'plan' : left;
}

/** Ids of the questions in a step. */
export function askedIn(step: PlanStep, plan: Plan, { isFirst }: { isFirst: boolean }): string[] {
  const isTasks = plan.form === 'opgaver';
  const marks = isTasks ? plan.tasks.map(({ id }) => id) : WEEKDAYS.map(tickId);
  const whole = isTasks ? TASKS.map(taskId) : ['hvad', 'hvor-meget', 'hvornaar', 'antal-dage'];
  const smaller = isTasks ? TASKS.map(taskId) : ['hvor-meget', 'hvornaar', 'antal-dage'];
  return {
    begynd: [...(isFirst ? [] : ['fra']), 'form', 'uge'],
    plan: [...whole, 'tro', READER],
    lettere: ['hindring', 'lettere', ...smaller, 'tro'],
    uge: marks.flatMap((id) => [id, commentId(id)]),
    gik: ['gik', 'gik-tekst'],
    loes: ['problem', 'ideer', 'egen-ide'],
  }[step];
}

/** The answers that a plan must have. */
export function requiredIn({ form }: Plan): string[] {
  return form === 'opgaver' ? [taskId(1), 'tro'] : ['hvad', 'antal-dage', 'tro'];
}

const HOME: Record<string, PlanStep> = {
  fra: 'begynd',
  form: 'begynd',
  uge: 'begynd',
  hindring: 'lettere',
  lettere: 'lettere',
  gik: 'gik',
  'gik-tekst': 'gik',
  problem: 'loes',
  ideer: 'loes',
  'egen-ide': 'loes',
};

/** The step where a field can be corrected. */
export function stepOf(field: string): PlanStep {
  return HOME[field] ?? (followUpIds.has(field) ? 'uge' : 'plan');
}
