import type { RoomRoute } from '../../http/route.ts';
import { circleRoutes, type CircleDeps } from './circle/routes.ts';
import { moodRoutes, type MoodDeps } from './mood/routes.ts';

export type DiaryDeps = MoodDeps & CircleDeps;

/** What participants keep for themselves: the mood diary and the symptom circle. */
export function diaryRoutes(deps: DiaryDeps): RoomRoute[] {
  return [...moodRoutes(deps), ...circleRoutes(deps)];
}
