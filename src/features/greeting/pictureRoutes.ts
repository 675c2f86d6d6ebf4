import { fileIn } from '../../http/multipart.ts';
import { Problem } from '../../http/problem.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import { texts } from '../../text/texts.ts';
import { limitsInWords, readPicture, SCALED_TO, type PictureFault } from './picture.ts';
import { shownOf, type GreetingDeps } from './shown.ts';

const PATH = '/hilsen/billede';

/** The picture beside an instructor's greeting: choosing it, removing it, and the picture itself. */
export function pictureRoutes(deps: GreetingDeps): RoomRoute[] {
  const serve = (visit: Visit) => servePicture(deps, visit);
  return [
    { method: 'get', path: PATH, action: 'greetClass', handle: (visit) => show(deps, visit) },
    { method: 'post', path: PATH, action: 'greetClass', takesFile: true, handle: (visit) => save(deps, visit) },
    { method: 'post', path: `${PATH}/fjern`, action: 'greetClass', handle: (visit) => remove(deps, visit) },
    { method: 'get', path: `${PATH}/:picture`, action: 'greetClass', handle: serve },
    { method: 'get', path: `${PATH}/:picture`, action: 'followOwnWeek', handle: serve },
  ];
}

async function show({ greetings, greetingPictures }: GreetingDeps, { viewer, res }: Visit, fault?: PictureFault) {
  const { room, person, language } = viewer;
  const [greeting, picture] = await Promise.all([greetings.of(room, person), greetingPictures.of(room, person)]);
  const text = texts[language].greeting.picture;
  const error = fault && text.faults[fault](limitsInWords);
  res.status(fault ? 422 : 200).render('greeting/picture', {
    title: text.title,
    errors: error === undefined ? [] : [{ href: '#billede', message: error }],
    error,
    hint: text.hint(limitsInWords),
    shown: greeting && shownOf(greeting, { room, language, picture }),
    hasPicture: picture !== undefined,
    scaledTo: SCALED_TO,
    greeting: roomPath(room, '/hilsen'),
    action: roomPath(room, PATH),
    remove: roomPath(room, `${PATH}/fjern`),
  });
}

async function save(deps: GreetingDeps, visit: Visit): Promise<void> {
  const { room, person } = visit.viewer;
  const read = readPicture(await fileIn(visit.req, 'billede'));
  if ('fault' in read) return show(deps, visit, read.fault);
  await deps.greetingPictures.save({ room, person }, read.picture);
  visit.res.redirect(303, roomPath(room, '/hilsen?billede'));
}

async function remove({ greetingPictures }: GreetingDeps, { viewer: { room, person }, res }: Visit): Promise<void> {
  await greetingPictures.remove(room, person);
  res.redirect(303, roomPath(room, '/hilsen?uden-billede'));
}

/** Pictures of those who are still instructors, and one's own. Like every page of the room it is kept in no browser. */
async function servePicture(deps: GreetingDeps, { viewer, req, res }: Visit): Promise<void> {
  const found = await deps.greetingPictures.at(viewer.room, String(req.params['picture']));
  const shownBy = found && (await deps.rooms.person(found.person));
  if (!found || shownBy?.role !== 'instructor') throw new Problem('not-found');
  res.type(found.kind).send(found.bytes);
}
