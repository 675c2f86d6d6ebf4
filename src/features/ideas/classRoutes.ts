import type { Clock } from '../../domain/clock.ts';
import { plain } from '../../domain/plain.ts';
import { fieldIn } from '../../http/fieldIn.ts';
import { Problem } from '../../http/problem.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import { classPage } from './classPage.ts';
import { faultOf, FIELD, isThere, type IdeaFault } from './form.ts';
import type { Idea, Ideas } from './store.ts';

export interface IdeasDeps {
  ideas: Ideas;
  clock: Clock;
}

/** Asking the class without a name what could help, and answering in a line. */
export function classIdeaRoutes(deps: IdeasDeps): RoomRoute[] {
  const ask = { action: 'askClass' } as const;
  return [
    { ...ask, method: 'get', path: '/ideer', handle: (visit) => show(deps, visit, undefined) },
    { ...ask, method: 'post', path: '/ideer', handle: (visit) => write(deps, visit) },
    { ...ask, method: 'get', path: '/ideer/:idea', handle: (visit) => show(deps, visit, undefined) },
    { ...ask, method: 'post', path: '/ideer/:idea', handle: (visit) => write(deps, visit) },
    {
      ...ask,
      method: 'post',
      path: '/ideer/:idea/tilbage',
      handle: async ({ viewer, req, res }) => {
        const { room, person } = viewer;
        await deps.ideas.takeBack({ room, person, id: String(req.params['idea']) });
        res.redirect(303, roomPath(room, '/ideer'));
      },
    },
  ];
}

type Refused = { text: string; fault: IdeaFault } | undefined;

async function show({ ideas }: IdeasDeps, visit: Visit, refused: Refused): Promise<void> {
  const { viewer, req, res } = visit;
  if (!(await ideas.isOn(viewer.room))) {
    res.render('ideas/off');
    return;
  }
  const all = await ideas.inRoom(viewer.room);
  const { fra } = req.query;
  const page = classPage({
    all,
    viewer,
    question: questionIn(visit, all),
    from: typeof fra === 'string' && /^\d{1,4}$/.test(fra) ? Number(fra) : 0,
    refused,
    isSent: req.query['sendt'] !== undefined,
  });
  res.status(refused ? 422 : 200).render('ideas/class', page);
}

/** @throws {Problem} `not-found` for a question that the class does not see */
function questionIn({ req }: Visit, all: Idea[]): Idea | undefined {
  const id = req.params['idea'];
  if (id === undefined) return undefined;
  const found = all.find((one) => one.id === id && one.question === '' && one.state === 'shown');
  if (!found) throw new Problem('not-found');
  return found;
}

async function write(deps: IdeasDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const { room, person } = viewer;
  if (!(await deps.ideas.isOn(room))) {
    res.redirect(303, roomPath(room, '/ideer'));
    return;
  }
  const all = await deps.ideas.inRoom(room);
  const question = questionIn(visit, all)?.id ?? '';
  const text = plain(fieldIn(req, FIELD));
  const isForInstructor = fieldIn(req, 'intent') === 'instructor';
  const writing = { text, person, question, isForInstructor, now: deps.clock() };
  if (!isThere(writing, all)) {
    const fault = faultOf(writing, all);
    if (fault) return show(deps, visit, { text, fault });
    await deps.ideas.add({ room, person, question, text, state: isForInstructor ? 'held' : 'waiting' });
  }
  res.redirect(303, roomPath(room, '/ideer?sendt'));
}
