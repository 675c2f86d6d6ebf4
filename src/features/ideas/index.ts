import type { RoomRoute } from '../../http/route.ts';
import { classIdeaRoutes } from './classRoutes.ts';
import { staffIdeaRoutes, type StaffIdeasDeps } from './staffRoutes.ts';

export { chosenIdeas, type ChosenIdea } from './chosen.ts';
export { ideasSwitch } from './staffRoutes.ts';
export { createIdeas, type Ideas } from './store.ts';

/** "Idéer fra holdet": help from the class with a plan that did not happen, without names. */
export function ideasRoutes(deps: StaffIdeasDeps): RoomRoute[] {
  return [...classIdeaRoutes(deps), ...staffIdeaRoutes(deps)];
}
