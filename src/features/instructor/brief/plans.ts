import { planNumbers, type PlanNumbers } from '../../../activities/handleplan/index.ts';
import { courseIn } from '../../../content/find.ts';
import type { Module } from '../../../content/course.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { participantIds } from '../../../rooms/participants.ts';
import { planBefore } from './module.ts';
import type { BriefDeps } from './gather.ts';

/**
 * The plans that a module's webinar follows up, in numbers; undefined if there are none to follow. A plan that a
 * teacher made while trying the course as a participant is not counted.
 */
export async function plansFollowed(
  deps: Pick<BriefDeps, 'courses' | 'schedules' | 'rooms' | 'responses'>,
  { room, language }: Pick<Viewer, 'room' | 'language'>,
  module: Module,
): Promise<PlanNumbers | undefined> {
  const followed = planBefore(courseIn(deps.courses, language), await deps.schedules.of(room), module);
  if (!followed) return undefined;
  const [people, responses] = await Promise.all([deps.rooms.people(room), deps.responses.list(room, followed.id)]);
  const participants = participantIds(people);
  return planNumbers(responses.filter(({ person }) => participants.has(person)));
}
