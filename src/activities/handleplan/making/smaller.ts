import type { FieldChange } from '../../../responses/merge.ts';
import { fingerprint } from '../../../responses/merge.ts';
import type { Answers } from '../../../domain/answers.ts';
import { taskId, TASKS } from '../plan/ids.ts';
import { planOf, type Plan } from '../plan/plan.ts';

/** Ways to make a plan easier in one press, for a person who is not very sure of it. */
export type Way = 'halvt' | 'dage' | 'vaere';

export function isWay(text: unknown): text is Way {
  return text === 'halvt' || text === 'dage' || text === 'vaere';
}

/** The ways that change this plan, and the one that leaves it as it is. */
export function waysFor(plan: Plan): Way[] {
  const canHalve = plan.form === 'dage' || plan.tasks.length > 1;
  const canHaveFewerDays = plan.form === 'dage' && plan.days > 1;
  return [...(canHalve ? (['halvt'] as const) : []), ...(canHaveFewerDays ? (['dage'] as const) : []), 'vaere'];
}

/** What a way changes, as a form would have posted it. @param half the words for half of something without a number */
export function changesOf(way: Way, draft: Answers, half: (what: string) => string): FieldChange[] {
  const plan = planOf(draft);
  const change = (question: string, kind: FieldChange['kind'], posted: string): FieldChange => ({
    question,
    kind,
    posted,
    base: fingerprint(draft[question]),
    page: '',
  });
  if (way === 'dage') return [change('antal-dage', 'choice', String(fewer(plan.days)))];
  if (way === 'vaere') return [];
  if (plan.form === 'dage') return [change('hvor-meget', 'text', halved(plan.howMuch, half))];
  const kept = Math.ceil(plan.tasks.length / 2);
  return TASKS.slice(kept).map((task) => change(taskId(task), 'text', ''));
}

/** One day fewer, two of many; at least one is left. */
function fewer(days: number): number {
  return Math.max(1, days - (days > 4 ? 2 : 1));
}

/** The first number in it is halved: "20 minutter" becomes "10 minutter". */
function halved(howMuch: string, half: (what: string) => string): string {
  const [, before, number, after] = /^(\D*)(\d{1,4})(.*)$/s.exec(howMuch) ?? [];
  const whole = Number(number);
  return number === undefined || whole < 2 ? half(howMuch) : `${before}${Math.floor(whole / 2)}${after}`;
}
