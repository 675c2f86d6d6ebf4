import type { Clock } from '../../domain/clock.ts';
import type { Schedule } from '../../domain/schedule.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import { parseAddress } from './address.ts';
import type { CodeSent, Confirmed } from './confirming.ts';
import { channelKinds, type ChannelKind } from './records.ts';
import type { Reminders } from './reminders.ts';
import { texts } from '../../text/texts.ts';
import { entryOf, parseChoices, textsOf } from './form.ts';
import { remindersPage, type Refused, type SavedCode } from './page.ts';
import { roomPath } from '../../http/roomPath.ts';

export interface RemindersDeps {
  reminders: Reminders;
  schedules: { of(room: string): Promise<Schedule> };
  clock: Clock;
  config: { toolUrl: string };
}

const PAGE = '/paamindelser';
const action = 'chooseReminders';

/** A participant's page for their reminders. */
export function remindersRoutes(deps: RemindersDeps): RoomRoute[] {
  const post = (path: string, handle: (visit: Visit, kind: ChannelKind) => Promise<void>): RoomRoute => ({
    method: 'post',
    path: `${PAGE}/:channel/${path}`,
    action,
    applies: ({ req }) => deps.reminders.offered.some((kind) => kind === req.params['channel']),
    handle: (visit) => handle(visit, channelIn(visit)),
  });
  return [
    { method: 'get', path: PAGE, action, handle: (visit) => show(deps, visit, { saved: savedIn(visit) }) },
    { method: 'post', path: `${PAGE}/kalender`, action, handle: (visit) => changeFeed(deps, visit) },
    post('adresse', (visit, kind) => sendCode(deps, visit, kind)),
    post('kode', (visit, kind) => takeCode(deps, visit, kind)),
    post('valg', (visit, kind) => choose(deps, visit, kind)),
    post('stop', async (visit, kind) => {
      await deps.reminders.stop(visit.viewer, kind);
      goTo(visit, 'stopped');
    }),
    {
      // Addresses of forms: reloading one shows the page.
      method: 'get',
      path: `${PAGE}/*rest`,
      action,
      handle: ({ viewer, res }) => res.redirect(303, roomPath(viewer.room, PAGE)),
    },
  ];
}

function channelIn({ req }: Visit): ChannelKind {
  const found = channelKinds.find((kind) => kind === req.params['channel']);
  if (!found) throw new Problem('not-found');
  return found;
}

const SAVED: Record<string, SavedCode> = {
  valg: 'choices',
  til: 'on',
  stop: 'stopped',
  kalender: 'calendarStopped',
};
function savedIn({ req }: Visit): SavedCode | undefined {
  const { gemt } = req.query;
  return typeof gemt === 'string' && Object.hasOwn(SAVED, gemt) ? SAVED[gemt] : undefined;
}
function goTo({ viewer, res }: Visit, saved?: SavedCode): void {
  const mark = Object.keys(SAVED).find((name) => SAVED[name] === saved);
  res.redirect(303, roomPath(viewer.room, `${PAGE}${mark ? `?gemt=${mark}` : ''}`));
}

async function show(
  { reminders, schedules, clock }: RemindersDeps,
  { viewer, res }: Visit,
  { saved, refused }: { saved?: SavedCode | undefined; refused?: Refused },
): Promise<void> {
  const [email, sms, feed, schedule] = await Promise.all([
    reminders.get(viewer, 'email'),
    reminders.get(viewer, 'sms'),
    reminders.feeds.of(viewer),
    schedules.of(viewer.room),
  ]);
  const subscriptions = { ...(email && { email }), ...(sms && { sms }) };
  const home = roomPath(viewer.room);
  const { offered } = reminders;
  if (refused) res.status(422);
  res.render(
    'reminders/page',
    remindersPage({
      offered,
      subscriptions,
      feed,
      schedule,
      language: viewer.language,
      home,
      now: clock(),
      saved,
      refused,
    }),
  );
}

/** The address is shown in the answer to this press, and never again: only its hash is stored. */
async function changeFeed(deps: RemindersDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const { handling: intent } = textsOf(req.body);
  if (intent === 'stop') {
    await deps.reminders.feeds.stop(viewer);
    goTo(visit, 'calendarStopped');
    return;
  }
  if (intent !== 'ny') {
    goTo(visit);
    return;
  }
  const token = await deps.reminders.feeds.make(viewer);
  const link = `${deps.config.toolUrl}/kalender/${token}.ics`;
  const { madeTitle } = texts[viewer.language].reminders.calendar;
  const webcal = link.replace(/^https?:/, 'webcal:');
  res.render('reminders/calendar', { title: madeTitle, link, webcal, back: roomPath(viewer.room, PAGE) });
}

const faultOf = {
  'too-many': 'tooMany',
  away: 'away',
  refused: 'refused',
  country: 'country',
} as const satisfies Partial<Record<CodeSent, string>>;

async function sendCode(deps: RemindersDeps, visit: Visit, kind: ChannelKind): Promise<void> {
  const { adresse: written } = textsOf(visit.req.body);
  const address = parseAddress(kind, written);
  if (address === undefined) {
    return show(deps, visit, { refused: { kind, form: 'address', written, code: 'badAddress' } });
  }
  const sent = await deps.reminders.sendCode(visit.viewer, { kind, address });
  if (sent === 'sent' || sent === 'uncertain') {
    goTo(visit);
    return;
  }
  return show(deps, visit, { refused: { kind, form: 'address', written, code: faultOf[sent] } });
}

const wrongCode = { wrong: 'wrong', expired: 'expired', 'used-up': 'usedUp' } as const satisfies Partial<
  Record<Confirmed, string>
>;

async function takeCode(deps: RemindersDeps, visit: Visit, kind: ChannelKind): Promise<void> {
  const { kode: written, handling: intent } = textsOf(visit.req.body);
  if (intent === 'igen') return sendAgain(deps, visit, kind);
  const code = written.replace(/\s/g, '');
  if (!/^\d{6}$/.test(code)) {
    return show(deps, visit, { refused: { kind, form: 'code', written, code: code === '' ? 'codeMissing' : 'wrong' } });
  }
  const confirmed = await deps.reminders.confirm(visit.viewer, kind, code);
  if (confirmed === 'confirmed') {
    goTo(visit, 'on');
    return;
  }
  // Without a valid code, the page asks for the address again.
  const { pending } = (await deps.reminders.get(visit.viewer, kind)) ?? {};
  const isAlive = pending && pending.expires > deps.clock();
  if (!isAlive) {
    goTo(visit);
    return;
  }
  return show(deps, visit, { refused: { kind, form: 'code', written, code: wrongCode[confirmed] } });
}

async function sendAgain(deps: RemindersDeps, visit: Visit, kind: ChannelKind): Promise<void> {
  const subscription = await deps.reminders.get(visit.viewer, kind);
  if (!subscription?.pending) {
    goTo(visit);
    return;
  }
  const sent = await deps.reminders.sendCode(visit.viewer, { kind, address: subscription.pending.address });
  if (sent === 'sent' || sent === 'uncertain') {
    goTo(visit);
    return;
  }
  return show(deps, visit, { refused: { kind, form: 'code', written: '', code: faultOf[sent] } });
}

async function choose(deps: RemindersDeps, visit: Visit, kind: ChannelKind): Promise<void> {
  const entry = entryOf(visit.req.body);
  const { choices, faults } = parseChoices(entry);
  if (!choices) return show(deps, visit, { refused: { kind, form: 'choices', entry, faults } });
  await deps.reminders.choose(visit.viewer, kind, choices);
  deps.reminders.worker.wake();
  goTo(visit, 'choices');
}
