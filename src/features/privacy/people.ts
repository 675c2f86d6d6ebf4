import type { Logger } from 'pino';
import type { Viewer } from '../../domain/viewer.ts';
import { fieldIn } from '../../http/fieldIn.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Privacy } from './privacy.ts';
import type { Person, Rooms } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import { CONFIRM, isConfirmed } from './confirming.ts';
import { eraseOrBegin } from './eraseOrBegin.ts';
import { peoplePage, personFacts } from './peoplePage.ts';
import { roomPath } from '../../http/roomPath.ts';

export interface PeopleDeps {
  privacy: Privacy;
  rooms: Pick<Rooms, 'people' | 'person'>;
  log: Logger;
}

const PATH = '/personer';
const ONE = `${PATH}/:person`;

/**
 * For requests by phone: an administrator erases someone's data, or tells them how to get a copy. These pages contain
 * nothing that anyone has written, and no link to it (docs/decisions/0022).
 */
export function peopleRoutes(deps: PeopleDeps): RoomRoute[] {
  const shared = { action: 'managePeople' } as const;
  return [
    {
      ...shared,
      method: 'get',
      path: PATH,
      handle: (visit) => showAll(deps, visit),
    },
    // A search is posted, so that nobody's name is in an address, where histories and logs keep it.
    { ...shared, method: 'post', path: PATH, handle: (visit) => showAll(deps, visit, fieldIn(visit.req, 'navn')) },
    { ...shared, method: 'get', path: ONE, handle: (visit) => showOne(deps, visit) },
    { ...shared, method: 'get', path: `${ONE}/slet`, handle: (visit) => askToErase(deps, visit, false) },
    { ...shared, method: 'post', path: `${ONE}/slet`, handle: (visit) => erase(deps, visit) },
  ];
}

async function showAll(deps: PeopleDeps, { viewer, req, res }: Visit, sought = ''): Promise<void> {
  const people = await deps.rooms.people(viewer.room);
  res.render('privacy/people', peoplePage({ people, viewer, said: saidIn(req.query), sought }));
}

/** What has just been done. */
function saidIn(query: Record<string, unknown>): 'erased' | 'erasing' | undefined {
  if (query['slettet'] !== undefined) return 'erased';
  return query['slettes'] === undefined ? undefined : 'erasing';
}

/** @throws {Problem} `not-found` if the address names no other person of this room */
async function personAt({ rooms }: PeopleDeps, { viewer, req }: Visit): Promise<Person> {
  const person = await rooms.person(String(req.params['person']));
  if (person?.room !== viewer.room || person.id === viewer.person) throw new Problem('not-found');
  return person;
}

function pathOf(viewer: Viewer, person = ''): string {
  return roomPath(viewer.room, `${PATH}${person && `/${person}`}`);
}

async function showOne(deps: PeopleDeps, visit: Visit): Promise<void> {
  const { viewer, res } = visit;
  const person = await personAt(deps, visit);
  const here = pathOf(viewer, person.id);
  res.render('privacy/person', {
    ...personFacts(person, viewer.language),
    id: person.id,
    back: pathOf(viewer),
    erase: `${here}/slet`,
  });
}

async function askToErase(deps: PeopleDeps, visit: Visit, isMissing: boolean): Promise<void> {
  const { viewer, res } = visit;
  const person = await personAt(deps, visit);
  const { erase: words } = texts[viewer.language].people;
  const { title: who } = personFacts(person, viewer.language);
  const error = isMissing ? words.confirmMissing : '';
  const own = pathOf(viewer, person.id);
  res.status(isMissing ? 422 : 200).render('privacy/erase', {
    ...{ words, title: words.title(who), own, action: `${own}/slet`, error },
    errors: isMissing ? [{ href: `#${CONFIRM}`, message: error }] : [],
  });
}

async function erase(deps: PeopleDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const person = await personAt(deps, visit);
  if (!isConfirmed(req)) {
    await askToErase(deps, visit, true);
    return;
  }
  const whom = { room: viewer.room, person: person.id };
  const eraser = { by: 'administrator', actor: viewer.person } as const;
  const isOver = await eraseOrBegin(deps.privacy, { whom, eraser, log: deps.log });
  res.redirect(303, `${pathOf(viewer)}?${isOver ? 'slettet' : 'slettes'}`);
}
