import type { RoomRoute, Visit } from '../../http/route.ts';
import { roomPath } from '../../http/roomPath.ts';
import { texts } from '../../text/texts.ts';
import { parseGreeting } from './form.ts';
import { greetingPage, type GreetingPageInput } from './page.ts';
import { pictureRoutes } from './pictureRoutes.ts';
import type { GreetingDeps } from './shown.ts';

const PATH = '/hilsen';

/** An instructor's greeting to one class: a name, initials and some words, shown on every participant's front page. */
export function greetingRoutes(deps: GreetingDeps): RoomRoute[] {
  return [
    { method: 'get', path: PATH, action: 'greetClass', handle: (visit) => show(deps, visit, {}) },
    { method: 'post', path: PATH, action: 'greetClass', handle: (visit) => save(deps, visit) },
    ...pictureRoutes(deps),
  ];
}

async function show(
  { greetings, greetingPictures, rooms }: GreetingDeps,
  { viewer, req, res }: Visit,
  { refused }: Pick<GreetingPageInput, 'refused'>,
): Promise<void> {
  const { room, person: id, language } = viewer;
  const [stored, picture, person] = await Promise.all([
    greetings.of(room, id),
    greetingPictures.of(room, id),
    rooms.person(id),
  ]);
  const just = Object.keys(news).find((mark) => req.query[mark] !== undefined);
  const page = greetingPage({ stored, picture, refused, room, name: person?.name ?? '', language });
  res.status(refused ? 422 : 200).render('greeting/form', {
    ...page,
    news: just && texts[language].greeting.news[news[just as keyof typeof news]],
    action: roomPath(room, PATH),
    pictureHref: roomPath(room, `${PATH}/billede`),
  });
}

/** What the address says was just done. */
const news = { gemt: 'saved', fjernet: 'removed', billede: 'pictured', 'uden-billede': 'unpictured' } as const;

async function save(deps: GreetingDeps, visit: Visit): Promise<void> {
  const { room, person } = visit.viewer;
  const form = parseGreeting(visit.req.body);
  const { navn, initialer, hilsen } = form.values;
  if (Object.keys(form.faults).length > 0) return show(deps, visit, { refused: form });
  if (form.isEmpty) await removeAll(deps, visit.viewer);
  else await deps.greetings.save({ room, person, name: navn, initials: initialer.toUpperCase(), text: hilsen });
  visit.res.redirect(303, roomPath(room, `${PATH}?${form.isEmpty ? 'fjernet' : 'gemt'}`));
}

/** The picture is shown with a greeting alone. */
async function removeAll({ greetings, greetingPictures }: GreetingDeps, { room, person }: Visit['viewer']) {
  await greetingPictures.remove(room, person);
  await greetings.remove(room, person);
}
