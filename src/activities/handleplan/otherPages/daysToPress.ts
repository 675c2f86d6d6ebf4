import type { Viewer } from '../../../domain/viewer.ts';
import { dayOf } from '../../../domain/week.ts';
import { baseOf } from '../../../forms/base.ts';
import { answerOf } from '../../../responses/merge.ts';
import type { ActivityResponse } from '../../../responses/responses.ts';
import { texts } from '../../../text/texts.ts';
import { stepPath } from '../../addresses.ts';
import { madePlans, type MadePlan } from '../plan/history.ts';
import { TICKED } from '../plan/ids.ts';
import { countTicks, placeInWeek } from '../plan/plan.ts';
import { dayMarks } from '../plan/wording.ts';

export interface DaysInput {
  /** All responses of one person in one room, as `responses.ofPerson` returns them. */
  own: ActivityResponse[];
  viewer: Pick<Viewer, 'room' | 'language'>;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * The seven days of this week's plan as buttons on a front page: each is a small form that sets or takes back its own
 * tick. Undefined if there is no plan of days this week, or its week is closed.
 */
export function daysToPress({ own, viewer, now }: DaysInput) {
  const today = dayOf(now);
  const made = madePlans(own).find(({ plan }) => placeInWeek(plan, today) === 'within');
  if (!made || made.plan.form === 'opgaver' || made.plan.outcome !== '') return undefined;
  const { done, planned } = countTicks(made.plan);
  return {
    count: texts[viewer.language].handleplan.week.count(done, planned),
    action: stepPath(viewer, made.id, 'uge'),
    days: dayMarks(made.plan, { language: viewer.language, today }).map((mark) => ({
      ...mark,
      ...pressOf(made, mark.id),
      isBefore: mark.day < dayOf(made.response.completedAt),
    })),
  };
}

/** The fields that a press sends. Taking back a tick sends no value: `base` tells that the page showed it. */
function pressOf({ response: { draft } }: MadePlan, field: string) {
  const answer = answerOf(draft, field) ?? [];
  const isTicked = [answer].flat().includes(TICKED);
  return {
    base: baseOf([[field, answer]]),
    isTicked,
    name: isTicked ? '' : `answer.${field}`,
    value: TICKED,
  };
}
