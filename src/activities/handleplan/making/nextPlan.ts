import type { Courses } from '../../../content/course.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { ActivityResponse } from '../../../responses/responses.ts';
import { madePlans } from '../plan/history.ts';
import { ownPlanId, plansOf } from '../plan/subject.ts';
import { stepPath } from '../../addresses.ts';
import { addDays, type Day, mondayOf } from '../../../domain/week.ts';

interface NextInput {
  courses: Courses;
  viewer: Viewer;
  own: ActivityResponse[];
  today: Day;
}

/**
 * Id of the plan to make next: the course's first after the latest one made, else a plan of the person's own for the
 * first week from now on that has none.
 */
export function nextPlanId({ courses, viewer, own, today }: NextInput): string {
  const made = new Set(madePlans(own).map(({ id }) => id));
  const all = plansOf(courses, viewer.language).map(({ id }) => id);
  const next = all[all.findLastIndex((id) => made.has(id)) + 1];
  if (next !== undefined) return next;
  const weeks = new Set(madePlans(own).map(({ plan }) => plan.week));
  let monday = mondayOf(today);
  while (weeks.has(monday)) monday = addDays(monday, 7);
  return ownPlanId(monday);
}

/** The addresses for each way to begin the next plan. */
export function nextPlanHrefs(input: NextInput): Record<'samme' | 'mindre' | 'ny', string> {
  const begin = stepPath(input.viewer, nextPlanId(input), 'begynd');
  return { samme: `${begin}?fra=samme`, mindre: `${begin}?fra=mindre`, ny: `${begin}?fra=ny` };
}
