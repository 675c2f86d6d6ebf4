import type { RoomRoute, Visit } from '../../http/route.ts';
import { roomPath } from '../../http/roomPath.ts';
import { classOf, type OverviewDeps } from './classOf.ts';
import type { CombinedScores } from '../../responses/combinedScores.ts';
import type { Replies } from '../replies/index.ts';
import { overviewFile } from './file.ts';
import { orderIn } from './order.ts';
import { overviewPage } from './page.ts';

interface ClassOverviewDeps extends OverviewDeps {
  replies: Replies;
  combinedScores: Pick<CombinedScores, 'inRoom' | 'retryStopped'>;
}

/**
 * The whole class: how far each person is, on a page and as a file. Neither contains anything that people have written.
 */
export function classOverviewRoutes(deps: ClassOverviewDeps): RoomRoute[] {
  return [
    {
      method: 'get',
      path: '/hold',
      action: 'followClass',
      handle: async ({ viewer, req, res }) => {
        const order = orderIn(req.query['sorter']);
        res.render(
          'classOverview/class',
          overviewPage({
            ...(await classOf(deps, viewer)),
            replies: await deps.replies.inRoom(viewer.room),
            order,
            home: roomPath(viewer.room),
            sentTo: justSentTo(req),
            resending: req.query['sendt-igen'] !== undefined,
          }),
        );
      },
    },
    resend(deps),
    {
      method: 'get',
      path: '/hold.csv',
      action: 'followClass',
      handle: async ({ viewer, res }) => {
        const file = overviewFile(await classOf(deps, viewer));
        res.attachment('hold.csv').type('text/csv; charset=utf-8').send(file);
      },
    },
  ];
}

/** "Send igen" for the grades of weeks and of the course: an activity's are sent again from its own page. */
function resend({ combinedScores }: ClassOverviewDeps): RoomRoute {
  return {
    method: 'post',
    path: '/hold/send-igen',
    action: 'resendScores',
    handle: async ({ viewer: { room }, res }) => {
      await combinedScores.retryStopped({ room });
      res.redirect(303, roomPath(room, '/hold?sendt-igen'));
    },
  };
}

/** How many a message has just gone to; undefined if none has. */
function justSentTo({ query }: Visit['req']): number | undefined {
  const { sendt } = query;
  return typeof sendt === 'string' && /^\d{1,4}$/.test(sendt) ? Number(sendt) : undefined;
}
