import type { Courses } from '../../content/course.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import { TO_CLASS, type Replies, type Reply, type ReplyKey } from './store.ts';
import type { Person } from '../../rooms/rooms.ts';
import { courseIn } from '../../content/find.ts';
import { parseReply } from './form.ts';
import { readPage } from './readPage.ts';
import { writePage, type WritePageInput } from './writePage.ts';
import { roomPath } from '../../http/roomPath.ts';
import { createNamer } from '../../text/names.ts';
import { fieldIn } from '../../http/fieldIn.ts';
import { weekOf } from '../../content/rhythm.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { thankedFor, type ReplyThanks } from './thanks.ts';

export interface RepliesDeps {
  courses: Courses;
  replies: Replies;
  replyThanks: ReplyThanks;
  schedules: Pick<Schedules, 'of'>;
  rooms: { person(id: string): Promise<Person | undefined>; people(room: string): Promise<Person[]> };
}

const WRITE = '/svar-til/:til';
const READ = '/svar-fra-instruktoer';

/** Short replies from an instructor to a participant or the class, written and read only in the room. */
export function repliesRoutes(deps: RepliesDeps): RoomRoute[] {
  const write = { action: 'writeReplies' } as const;
  return [
    { ...write, method: 'get', path: WRITE, handle: (visit) => showWriting(deps, visit) },
    { ...write, method: 'post', path: WRITE, handle: (visit) => send(deps, visit) },
    { ...write, method: 'post', path: `${WRITE}/fortryd`, handle: (visit) => takeBack(deps, visit) },
    {
      action: 'readReplies',
      method: 'get',
      path: READ,
      handle: (visit) => showReplies(deps, visit),
    },
    {
      action: 'readReplies',
      method: 'post',
      path: `${READ}/tak`,
      handle: (visit) => thank(deps, visit),
    },
    // After a form of which nothing came the address is the form's own; reloading it shows the page.
    {
      action: 'readReplies',
      method: 'get',
      path: `${READ}/tak`,
      handle: ({ viewer, res }) => res.redirect(303, roomPath(viewer.room, READ)),
    },
  ];
}

/** The recipient and subject of a reply. */
interface Place {
  key: ReplyKey;
  /** Undefined for the class. */
  to: Person | undefined;
  /** Title of its subject, and the week's page from which it is written. */
  about: string;
  module: string;
  /** Whether it is about a whole week, and not about one activity, whose answers can be read. */
  isModule: boolean;
}

/** @throws {Problem} `not-found` if the address names no participant of this room, or nothing of the course */
async function placeOf({ courses, rooms }: RepliesDeps, { viewer, req }: Visit): Promise<Place> {
  const id = String(req.params['til']);
  const about = typeof req.query['om'] === 'string' ? req.query['om'] : '';
  const to = id === TO_CLASS ? undefined : await rooms.person(id);
  const isHere = to?.room === viewer.room && to.role === 'participant';
  const found = subjectOf(courses, viewer.language, about);
  if ((id !== TO_CLASS && !isHere) || !found) throw new Problem('not-found');
  const key = { room: viewer.room, to: id, about, from: viewer.person };
  return { key, to, about: found.title, module: found.module, isModule: found.isModule };
}

/** What a reply may be about: a module, or one of its activities. */
function subjectOf(courses: Courses, language: Visit['viewer']['language'], id: string) {
  for (const module of courseIn(courses, language).modules) {
    const found = [module, ...module.activities].find((one) => one.id === id);
    if (found) return { title: found.title, module: module.id, inModule: module, isModule: found === module };
  }
  return undefined;
}

async function showWriting(deps: RepliesDeps, visit: Visit): Promise<void> {
  const place = await placeOf(deps, visit);
  const sent = await deps.replies.get(place.key);
  await render(deps, visit, { place, sent, just: visit.req.query['sendt'] !== undefined && sent ? 'sent' : undefined });
}

type Shown = { place: Place; sent: Reply | undefined } & Pick<WritePageInput, 'refused' | 'isConflict' | 'just'>;

async function render(deps: RepliesDeps, { viewer, res }: Visit, { place, sent, ...shown }: Shown): Promise<void> {
  const { to, key, about } = place;
  const path = roomPath(viewer.room, `/svar-til/${key.to}`);
  const om = `?om=${key.about}`;
  const page = writePage({
    ...shown,
    who: to ? createNamer(viewer.language)(to) : '',
    about,
    sent,
    readBy: sent ? await countReaders(deps, sent) : 0,
    thankedBy: sent ? (await deps.replyThanks.for(sent)).length : 0,
    language: viewer.language,
  });
  res.status(page.errors.length > 0 ? 422 : 200).render('replies/write', {
    ...page,
    action: path + om,
    takeBackAction: `${path}/fortryd${om}`,
    back: roomPath(viewer.room, `/webinar/${place.module}`),
    readHref: place.isModule ? '' : roomPath(viewer.room, `/aktivitet/${key.about}`),
    hardReplies: to && courseIn(deps.courses, viewer.language).runningSheets?.guide.hard.replies,
    guideHref: roomPath(viewer.room, '/instruktoerhjaelp#svaere-beskeder'),
  });
}

async function countReaders({ replies }: RepliesDeps, { room, to, sentAt }: Reply): Promise<number> {
  if (to !== TO_CLASS) return (await replies.readTo(room, to)) >= sentAt ? 1 : 0;
  return [...(await replies.readers(room)).values()].filter((readTo) => readTo >= sentAt).length;
}

async function send(deps: RepliesDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const place = await placeOf(deps, visit);
  const { text, base, fault } = parseReply(req.body);
  if (fault) return render(deps, visit, { place, sent: await deps.replies.get(place.key), refused: { text, fault } });
  const conflict = await deps.replies.send(place.key, { text, base });
  if (!conflict) {
    res.redirect(303, roomPath(viewer.room, `/svar-til/${place.key.to}?om=${place.key.about}&sendt`));
    return;
  }
  const sent = await deps.replies.get(place.key);
  await render(deps, visit, { place, sent, refused: { text, fault: undefined }, isConflict: true });
}

/** The words stay in the form, so that an accidental press loses nothing. */
async function takeBack(deps: RepliesDeps, visit: Visit): Promise<void> {
  const place = await placeOf(deps, visit);
  const taken = await deps.replies.takeBack(place.key);
  const refused = taken && { text: taken.text, fault: undefined };
  await render(deps, visit, { place, sent: undefined, refused, just: taken ? 'takenBack' : 'nothingBack' });
}

async function showReplies(deps: RepliesDeps, { viewer, res }: Visit): Promise<void> {
  const [replies, readTo, people, thanked, schedule] = await Promise.all([
    deps.replies.toPerson(viewer.room, viewer.person),
    deps.replies.readTo(viewer.room, viewer.person),
    deps.rooms.people(viewer.room),
    deps.replyThanks.of(viewer.room, viewer.person),
    deps.schedules.of(viewer.room),
  ]);
  // Only replies on the page have been read; a reply that came meanwhile is still new.
  const [latest] = replies;
  if (latest && latest.sentAt > readTo) await deps.replies.noteRead(viewer, latest.sentAt);
  const course = courseIn(deps.courses, viewer.language);
  const linkTo = (about: string) => {
    const found = subjectOf(deps.courses, viewer.language, about);
    if (!found) return undefined;
    const below = found.isModule ? `/uge/${weekOf(course, schedule, found.inModule)}` : `/aktivitet/${about}`;
    return { title: found.title, href: roomPath(viewer.room, below) };
  };
  const page = readPage({ replies, readTo, thanked, people, subjectOf: linkTo, language: viewer.language });
  res.render('replies/read', { ...page, thankAction: roomPath(viewer.room, `${READ}/tak`) });
}

/**
 * Only for a reply that the participant may read; one that was changed or taken back meanwhile is shown as it is now.
 */
async function thank({ replies, replyThanks }: RepliesDeps, { viewer, req, res }: Visit): Promise<void> {
  const asked = fieldIn(req, 'brev');
  const all = await replies.toPerson(viewer.room, viewer.person);
  const at = all.findIndex((reply) => thankedFor(reply) === asked);
  const reply = all[at];
  if (reply) await replyThanks.give(viewer.person, reply);
  res.redirect(303, roomPath(viewer.room, reply ? `${READ}#brev-${at + 1}` : READ));
}
