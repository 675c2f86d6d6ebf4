import { Problem } from '../../http/problem.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import { parseReply, type Replies } from '../replies/index.ts';
import { classOf, type OverviewDeps } from './classOf.ts';
import { sendToEach, reachOf } from './message.ts';
import { messagePage, type MessagePageInput } from './messagePage.ts';
import { groups, peopleToWriteTo, type MessageGroup } from './peopleToWriteTo.ts';

export interface MessageDeps extends OverviewDeps {
  replies: Replies;
}

const PATH = '/hold/hilsen/:hvem';

/** A kind message in one go to those who have not begun, or have been away: as replies, read in the tool. */
export function messageRoutes(deps: MessageDeps): RoomRoute[] {
  return [
    {
      method: 'get',
      path: PATH,
      action: 'writeReplies',
      handle: (visit) => show(deps, visit, { written: undefined, isPreview: false }),
    },
    { method: 'post', path: PATH, action: 'writeReplies', handle: (visit) => take(deps, visit) },
  ];
}

/** @throws {Problem} `not-found` for a group that there is not */
function groupIn({ req }: Visit): MessageGroup {
  const group = groups.find((one) => one === req.params['hvem']);
  if (!group) throw new Problem('not-found');
  return group;
}

async function reachIn(deps: MessageDeps, visit: Visit) {
  const input = await classOf(deps, visit.viewer);
  const rows = peopleToWriteTo(groupIn(visit), input.rows, input);
  return reachOf(rows, await deps.replies.inRoom(visit.viewer.room), deps.clock());
}

type Shown = Pick<MessagePageInput, 'written' | 'isPreview'>;

async function show(deps: MessageDeps, visit: Visit, shown: Shown) {
  const { viewer, res } = visit;
  const [reach, person] = await Promise.all([reachIn(deps, visit), deps.rooms.person(viewer.person)]);
  const group = groupIn(visit);
  const from = person?.name ?? '';
  const page = messagePage({ ...shown, group, reach, from, language: viewer.language });
  res.status(page.errors.length > 0 ? 422 : 200).render('classOverview/message', {
    ...page,
    action: roomPath(viewer.room, `/hold/hilsen/${group}`),
    back: roomPath(viewer.room, '/hold'),
  });
}

async function take(deps: MessageDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const { text, fault } = parseReply(req.body);
  const { intent } = (req.body ?? {}) as Record<string, unknown>;
  if (fault || intent !== 'send') {
    const isPreview = fault === undefined && intent === 'next';
    return show(deps, visit, { written: { text, fault }, isPreview });
  }
  const { to } = await reachIn(deps, visit);
  await sendToEach(deps.replies, { room: viewer.room, from: viewer.person, text }, { to, now: deps.clock() });
  await visit.noteInAuditLog({ kind: 'message', activity: '', whose: to });
  res.redirect(303, roomPath(viewer.room, `/hold?sendt=${to.length}`));
}
