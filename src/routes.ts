import type { Deps } from './deps.ts';
import { handleplanRoutes } from './features/handleplan/index.ts';
import { instructorRoutes } from './features/instructor/routes.ts';
import { pickerRoutes } from './features/picker/routes.ts';
import { prepRoutes } from './features/prep/routes.ts';
import { roomRoutes, unknownActivity } from './features/room/routes.ts';
import type { RoomRoute } from './http/route.ts';

/** Every page and form of a room. Where several share a path, the first that this viewer may use answers. */
export const routesOf = (deps: Deps): RoomRoute[] => [
  ...roomRoutes(deps),
  ...prepRoutes(deps),
  ...handleplanRoutes(deps),
  ...instructorRoutes(deps),
  ...pickerRoutes(deps),
  unknownActivity,
];
