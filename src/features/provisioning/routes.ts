import { type Request, type Response, Router } from 'express';
import { importRoutes } from './importRoutes.ts';
import { listPage } from './listPage.ts';
import { shared, type ProvisioningDeps } from './parts.ts';
import { roomRoutes } from './roomRoutes.ts';
import { fieldIn } from '../../http/fieldIn.ts';

const ROOMS_AT_ONCE = 50;

/**
 * `/drift/rum`, behind the operator's sign-in: rooms, their dates and webinars. Nothing here reads what participants
 * write, or their names.
 */
export function provisioningRoutes(deps: ProvisioningDeps): Router {
  const router = Router();
  router.get('/', (req, res) => showList(deps, req, res));
  router.post('/forberedt/fjern', async (req, res) => {
    const course = { platform: fieldIn(req, 'platform'), context: fieldIn(req, 'context') };
    await deps.prepared.remove(course);
    deps.log.info({ code: 'room-preparation-removed', platform: course.platform }, 'operator changed rooms');
    res.redirect(303, '/drift/rum?gjort=removed');
  });
  return router.use(importRoutes(deps)).use(roomRoutes(deps));
}

async function showList(deps: ProvisioningDeps, req: Request, res: Response): Promise<void> {
  const page = shared(req, res);
  const { efter: after, gjort: done } = req.query;
  const [found, platforms, prepared] = await Promise.all([
    deps.rooms.list({ limit: ROOMS_AT_ONCE, after: typeof after === 'string' ? after : undefined }),
    deps.lti.platforms.list(),
    deps.prepared.list(),
  ]);
  const about = async (id: string) => ({
    schedule: await deps.schedules.of(id),
    people: await deps.rooms.countPeople(id),
  });
  const rooms = await Promise.all(found.rooms.map(async (room) => ({ room, ...(await about(room.id)) })));
  const input = { rooms, next: found.next, platforms, prepared, language: page.language };
  res.render('provisioning/rooms', { ...page, ...listPage({ ...input, done }) });
}
