import type { RoomRoute } from '../../http/route.ts';
import { stepRoutes, type StepDeps } from '../steps/index.ts';

/** Digital co-participants, for the one who meets them: the way through a story, and the receipt. */
export const scenarioRoutes = (deps: StepDeps): RoomRoute[] => stepRoutes(deps, 'scenario');
