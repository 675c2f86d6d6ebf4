import type { Answers } from '../../domain/answers.ts';
import { ONLY_ME, READER } from '../../forms/readers.ts';
import { followUpIds } from './ids.ts';
import { planOf } from './plan.ts';

/** Stands in place of a plan that nobody else may read: that it is made is all that is told. */
const UNSHARED: Answers = { [READER]: ONLY_ME };

/** What others may read once the plan is sent: all of it or nothing, as the person chose. */
export function sharedPlan(draft: Answers): Answers {
  return planOf(draft).reader === '' ? UNSHARED : draft;
}

/**
 * What others may read once a tick or the week's close is saved. The plan stays as it was sent; a choice of reader that
 * is not sent yet changes nothing, except that taking the permission back counts at once.
 */
export function sharedFollowUp(draft: Answers, before: Answers | null): Answers {
  if (!before || planOf(before).reader === '' || planOf(draft).reader === '') return UNSHARED;
  const followUp = Object.entries(draft).filter(([id]) => followUpIds.has(id));
  return { ...before, ...Object.fromEntries(followUp) };
}
