import type { FieldChange } from '../../../responses/merge.ts';
import type { ActivityResponse } from '../../../responses/responses.ts';
import { answerOf } from '../../../responses/merge.ts';
import { READER } from '../../../forms/readers.ts';
import { TASKS, taskId } from './ids.ts';
import { planOf, type Plan } from './plan.ts';
import { planIdOf, weekOfOwn } from './subject.ts';

/** A plan that a person has made and sent. */
export interface MadePlan {
  /** As in the address. */
  id: string;
  plan: Plan;
  response: ActivityResponse;
}

/** All plans that a person has made, the latest week first. */
export function madePlans(own: ActivityResponse[]): MadePlan[] {
  return own
    .filter(({ kind, completedAt }) => kind === 'handleplan' && completedAt > 0)
    .map((response) => {
      const id = planIdOf(response.activity);
      return { id, plan: planOf(response.draft, weekOfOwn(id)), response };
    })
    .sort((a, b) =>
      a.plan.week === b.plan.week
        ? b.response.completedAt - a.response.completedAt
        : a.plan.week < b.plan.week
          ? 1
          : -1,
    );
}

/** The plan that this one follows: the latest other plan that has been made. */
export function planBefore(own: ActivityResponse[], id: string): MadePlan | undefined {
  const all = madePlans(own);
  const at = all.findIndex((made) => made.id === id);
  return at < 0 ? all[0] : all[at + 1];
}

const CARRIED = ['hvad', 'hvor-meget', 'hvornaar', 'antal-dage', ...TASKS.map(taskId), READER];

/** What a new plan copies from the one before, as a form would have posted it. Text already written there is kept. */
export function carriedOver(before: MadePlan, page: string): FieldChange[] {
  return CARRIED.flatMap((question): FieldChange[] => {
    const posted = answerOf(before.response.draft, question);
    if (posted === undefined || posted.length === 0) return [];
    const isText = !['antal-dage', READER].includes(question);
    return [{ question, kind: isText ? 'text' : 'choice', posted, base: '', page }];
  });
}
