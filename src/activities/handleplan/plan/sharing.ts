import type { Answers } from '../../../domain/answers.ts';
import { ONLY_ME, READER } from '../../../forms/readers.ts';
import { followUpIds } from './ids.ts';
import { planOf } from './plan.ts';

/** Replaces a plan that nobody else may read: it tells only that a plan was made. */
const UNSHARED: Answers = { [READER]: ONLY_ME };

/** What others may read once the plan is sent: all of it or nothing, as the person chose. */
export function sharedPlan(draft: Answers): Answers {
  return planOf(draft).reader === '' ? UNSHARED : draft;
}

/**
 * What others may read after a tick or the week's follow-up is saved. The plan stays as it was sent. A new choice of
 * reader has no effect before it is sent, except that withdrawing the permission counts at once.
 */
export function sharedFollowUp(draft: Answers, before: Answers | null): Answers {
  if (!before || planOf(before).reader === '' || planOf(draft).reader === '') return UNSHARED;
  const followUp = Object.entries(draft).filter(([id]) => followUpIds.has(id));
  return { ...before, ...Object.fromEntries(followUp) };
}
