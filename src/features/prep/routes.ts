import type { RoomRoute } from '../../http/route.ts';
import { stepRoutes, type StepDeps } from '../steps/index.ts';

/** The preparation, for the one who prepares: its steps, and the receipt. */
export const prepRoutes = (deps: StepDeps): RoomRoute[] => stepRoutes(deps, 'prep');
