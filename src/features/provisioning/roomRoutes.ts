import { type Request, type Response, Router } from 'express';
import type { Schedule } from '../../domain/schedule.ts';
import { Problem } from '../../http/problem.ts';
import type { Room } from '../../rooms/rooms.ts';
import { OPERATOR } from '../../rooms/settings.ts';
import { texts } from '../../text/texts.ts';
import { shortDate } from '../../text/times.ts';
import { courseIn } from '../../content/find.ts';
import {
  entryFrom,
  entryOf,
  type Given,
  parseSchedule,
  pastRetention,
  type ScheduleEntry,
  type ScheduleFault,
  schedulePart,
} from '../room/index.ts';
import { dayShown } from './listPage.ts';
import { messageFor, shared, type ProvisioningDeps } from './parts.ts';
import { fieldIn } from '../../http/fieldIn.ts';

/** How many rooms are offered to copy from: the newest with dates. */
const OFFERED = 200;

interface Shown {
  settings?: { entry: ScheduleEntry; faults: ScheduleFault[] };
  /** What is wrong with the request to copy; empty if nothing is. */
  copy?: { error: string; from: string; start: string };
}

/** A room: its facts, the form for its dates, and copying settings from another room. */
export function roomRoutes(deps: ProvisioningDeps): Router {
  const router = Router();
  router.get('/:room', async (req, res) => showRoom(deps, { req, res, room: await roomOf(deps, req.params.room) }, {}));
  router.post('/:room/indstillinger', async (req, res) => {
    const room = await roomOf(deps, req.params.room);
    const entry = entryOf(req.body);
    const { schedule, faults } = parseSchedule(entry, given(deps));
    if (!schedule) return showRoom(deps, { req, res, room }, { settings: { entry, faults } });
    await save(deps, room, schedule);
    res.redirect(303, `/drift/rum/${room.id}?gjort=saved`);
  });
  router.post('/:room/kopier', async (req, res) => {
    const room = await roomOf(deps, req.params.room);
    const copied = await copyOf(deps, req, room);
    if (!copied.schedule) return showRoom(deps, { req, res, room }, { copy: copied });
    await save(deps, room, copied.schedule);
    res.redirect(303, `/drift/rum/${room.id}?gjort=copied`);
  });
  return router;
}

function given({ courses, clock, config }: ProvisioningDeps): Given {
  return {
    now: clock(),
    rhythms: courses.da.variants.map(({ id }) => id),
    isPast: pastRetention({ courses, config }, clock()),
  };
}

async function roomOf({ rooms }: ProvisioningDeps, id: string): Promise<Room> {
  const room = await rooms.room(id);
  if (!room) throw new Problem('not-found');
  return room;
}

async function save({ schedules, log }: ProvisioningDeps, { id }: Room, schedule: Schedule): Promise<void> {
  await schedules.save(id, schedule, OPERATOR);
  log.info({ code: 'room-settings-changed', room: id.slice(0, 6) }, 'operator changed rooms');
}

type Copied = { schedule: Schedule } | { schedule?: undefined; error: string; from: string; start: string };

/**
 * Another room's settings. A new start moves every date with it: weeks and webinars are counted from the start, and the
 * webinar keeps its weekday. Where the class comes from stays its own.
 */
async function copyOf(deps: ProvisioningDeps, req: Request, to: Room): Promise<Copied> {
  const text = texts[shared(req, req.res as Response).language];
  const [from, start] = [fieldIn(req, 'fra'), fieldIn(req, 'ny-start').trim()];
  const source = from === '' ? undefined : await deps.rooms.room(from);
  if (!source) return { error: text.provisioning.copy.missing, from, start };
  const { municipality } = await deps.schedules.of(to.id);
  const entry = { ...entryFrom(await deps.schedules.of(source.id)), municipality };
  const { schedule, faults } = parseSchedule({ ...entry, start: start === '' ? entry.start : start }, given(deps));
  if (schedule) return { schedule };
  return { error: faults.map(({ code }) => text.room.settings.errors[code]).join('. '), from, start };
}

async function showRoom(
  deps: ProvisioningDeps,
  { req, res, room }: { req: Request; res: Response; room: Room },
  { settings: refused, copy }: Shown,
): Promise<void> {
  const page = shared(req, res);
  const { language } = page;
  const text = texts[language].provisioning;
  const course = courseIn(deps.courses, language);
  const [schedule, people, platform] = await Promise.all([
    deps.schedules.of(room.id),
    deps.rooms.countPeople(room.id),
    deps.lti.platforms.get(room.platform),
  ]);
  const home = `/drift/rum/${room.id}/`;
  const settings = schedulePart({ course, schedule, refused, saved: false, home, language });
  if (refused || copy) res.status(422);
  res.render('provisioning/room', {
    ...page,
    title: room.title || text.untitled,
    message: messageFor(req.query['gjort'], text.done),
    errors: [...settings.errors, ...(copy ? [{ href: '#fra', message: copy.error }] : [])],
    settings,
    facts: [
      { term: text.platform, value: platform?.name ?? text.removedPlatform },
      { term: text.context, value: room.context },
      { term: text.created, value: shortDate(room.createdAt, language) },
      { term: text.people, value: String(people) },
      {
        term: text.lastLaunch,
        value: room.lastLaunchAt === undefined ? text.unknown : shortDate(room.lastLaunchAt, language),
      },
    ],
    copy: await copyPart(deps, room, { language, copy }),
    copyAction: `${home}kopier`,
  });
}

async function copyPart(
  deps: ProvisioningDeps,
  room: Room,
  { language, copy }: { language: 'da' | 'en'; copy: Shown['copy'] },
) {
  const text = texts[language].provisioning;
  const { rooms } = await deps.rooms.list({ limit: OFFERED });
  const others = rooms.filter(({ id }) => id !== room.id);
  const dated = await Promise.all(others.map(async (one) => ({ one, schedule: await deps.schedules.of(one.id) })));
  const offered = dated.filter(({ schedule }) => schedule.start !== '' || schedule.webinar !== undefined);
  return {
    error: copy?.error ?? '',
    start: copy?.start ?? '',
    isOffered: offered.length > 0,
    options: [
      { value: '', label: text.copy.choose, selected: !copy?.from },
      ...offered.map(({ one, schedule }) => ({
        value: one.id,
        label: [one.title || text.untitled, dayShown(schedule.start, language)].filter(Boolean).join(', '),
        selected: copy?.from === one.id,
      })),
    ],
  };
}
