import type { RoomRoute, Visit } from '../../http/route.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { Person } from '../../rooms/rooms.ts';
import { parseGreeting } from './form.ts';
import { greetingPage, shownOf, type GreetingPageInput } from './page.ts';
import type { Greetings } from './store.ts';

export interface GreetingDeps {
  greetings: Greetings;
  rooms: { person(id: string): Promise<Person | undefined>; people(room: string): Promise<Person[]> };
}

const PATH = '/hilsen';

/** An instructor's greeting to one class: a name, initials and some words, shown on every participant's front page. */
export function greetingRoutes(deps: GreetingDeps): RoomRoute[] {
  return [
    { method: 'get', path: PATH, action: 'greetClass', handle: (visit) => show(deps, visit, {}) },
    { method: 'post', path: PATH, action: 'greetClass', handle: (visit) => save(deps, visit) },
  ];
}

/** The latest greeting to a class by someone who is still its instructor; undefined if there is none. */
export async function greetingTo({ greetings, rooms }: GreetingDeps, room: string) {
  const all = await greetings.inRoom(room);
  if (all.length === 0) return undefined;
  const people = await rooms.people(room);
  const isInstructor = new Set(people.filter(({ role }) => role === 'instructor').map(({ id }) => id));
  const latest = all.find(({ person }) => isInstructor.has(person));
  return latest && shownOf(latest);
}

async function show(
  { greetings, rooms }: GreetingDeps,
  { viewer, req, res }: Visit,
  { refused }: Pick<GreetingPageInput, 'refused'>,
): Promise<void> {
  const [stored, person] = await Promise.all([greetings.of(viewer.room, viewer.person), rooms.person(viewer.person)]);
  const gone = req.query['fjernet'] === undefined ? undefined : 'removed';
  const just = req.query['gemt'] === undefined ? gone : 'saved';
  const page = greetingPage({ stored, refused, just, name: person?.name ?? '', language: viewer.language });
  res.status(refused ? 422 : 200).render('greeting/form', { ...page, action: roomPath(viewer.room, PATH) });
}

async function save(deps: GreetingDeps, visit: Visit): Promise<void> {
  const { room, person } = visit.viewer;
  const form = parseGreeting(visit.req.body);
  const { navn, initialer, hilsen } = form.values;
  if (Object.keys(form.faults).length > 0) return show(deps, visit, { refused: form });
  if (form.isEmpty) await deps.greetings.remove(room, person);
  else await deps.greetings.save({ room, person, name: navn, initials: initialer.toUpperCase(), text: hilsen });
  visit.res.redirect(303, roomPath(room, `${PATH}?${form.isEmpty ? 'fjernet' : 'gemt'}`));
}
