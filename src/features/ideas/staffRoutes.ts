import { fieldIn } from '../../http/fieldIn.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Person } from '../../rooms/rooms.ts';
import { createNamer } from '../../text/names.ts';
import { texts } from '../../text/texts.ts';
import type { IdeasDeps } from './classRoutes.ts';
import type { Idea, Ideas } from './store.ts';

export interface StaffIdeasDeps extends IdeasDeps {
  rooms: { people(room: string): Promise<Person[]> };
}

const PATH = '/ideer-fra-holdet';

/** An instructor lets each question and each idea through before the class sees it. */
export function staffIdeaRoutes(deps: StaffIdeasDeps): RoomRoute[] {
  const tend = { action: 'tendIdeas', path: PATH } as const;
  return [
    { ...tend, method: 'get', reads: 'free-text', handle: (visit) => show(deps, visit) },
    { ...tend, method: 'post', handle: (visit) => decide(deps, visit) },
  ];
}

async function show({ ideas, rooms }: StaffIdeasDeps, visit: Visit): Promise<void> {
  const { viewer, res } = visit;
  const [all, people, isOn] = await Promise.all([
    ideas.inRoom(viewer.room),
    rooms.people(viewer.room),
    ideas.isOn(viewer.room),
  ]);
  await visit.noteInAuditLog({ kind: 'answers', activity: '', whose: all.map(({ person }) => person) });
  const text = texts[viewer.language].ideas.staff;
  const nameOf = (id: string) => createNamer(viewer.language)(people.find((one) => one.id === id));
  const of = (...states: Idea['state'][]) =>
    all.filter(({ state }) => states.includes(state)).map((one) => shownToStaff(one, all, text));
  res.render('ideas/staff', {
    title: text.title,
    action: roomPath(viewer.room, PATH),
    isOn,
    held: all
      .filter(({ state }) => state === 'held')
      .map(({ text: words, person }) => ({ words, who: nameOf(person) })),
    waiting: of('waiting'),
    shown: of('shown'),
    hidden: of('hidden'),
  });
}

function shownToStaff({ id, text: words, question, isChosen }: Idea, all: Idea[], text: StaffText) {
  const asked = all.find((one) => one.id === question)?.text ?? '';
  return { id, words, asked: asked === '' ? '' : text.ideaFor(asked), isChosen };
}

type StaffText = (typeof texts)['da']['ideas']['staff'];

/** What a button says: `vis/<id>`, `skjul/<id>`, `vaelg/<id>`, `fravaelg/<id>`, `taend` or `sluk`. */
async function decide({ ideas }: StaffIdeasDeps, { viewer, req, res }: Visit): Promise<void> {
  const [what = '', id = ''] = fieldIn(req, 'goer').split('/');
  const { room } = viewer;
  if (what === 'taend' || what === 'sluk') await ideas.turn(room, what === 'taend');
  const change = changes.get(what);
  // Hard words are between the writer and the instructor: no press shows them to the class.
  const found = (await ideas.inRoom(room)).find((one) => one.id === id);
  if (change && found && found.state !== 'held') await ideas.decide({ room, id }, change);
  res.redirect(303, fieldIn(req, 'fra') === FRONT ? `${roomPath(room)}#${FRONT}` : roomPath(room, PATH));
}

/** Where the front page of the class has the switch. */
const FRONT = 'ideer';

/** The switch, and how much waits, for the front page of the class: `views/partials/room/ideasSwitch.hbs`. */
export async function ideasSwitch(ideas: Ideas, { room, language }: Viewer) {
  const [isOn, all] = await Promise.all([ideas.isOn(room), ideas.inRoom(room)]);
  const text = texts[language].ideas.staff;
  const waiting = all.filter(({ state }) => state === 'waiting' || state === 'held').length;
  return {
    id: FRONT,
    href: roomPath(room, PATH),
    title: text.title,
    state: isOn ? text.isOn : text.isOff,
    waits: waiting > 0 ? text.waits(waiting) : '',
    what: isOn ? 'sluk' : 'taend',
    label: isOn ? text.off : text.on,
  };
}

const changes = new Map<string, Partial<Pick<Idea, 'state' | 'isChosen'>>>([
  ['vis', { state: 'shown' }],
  ['skjul', { state: 'hidden', isChosen: false }],
  ['vaelg', { isChosen: true }],
  ['fravaelg', { isChosen: false }],
]);
