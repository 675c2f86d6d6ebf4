import { type Request, type Response, Router } from 'express';
import type { Courses } from '../../content/course.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { Language } from '../../domain/viewer.ts';
import type { Limited } from '../../http/limited.ts';
import { Problem } from '../../http/problem.ts';
import { languageOf } from '../../http/showProblem.ts';
import type { Subscription } from './records.ts';
import type { Reminders } from './reminders.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import type { Person, Room } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import { courseIn } from '../../content/find.ts';
import { feedFile } from './feed.ts';

export interface PublicRemindersDeps {
  reminders: Reminders;
  /** The version of the course that a room has. */
  coursesOf: (room: string) => Promise<Courses>;
  schedules: { of(room: string): Promise<Schedule>; lastChange(room: string): Promise<{ at: number } | undefined> };
  responses: { ofPerson(room: string, person: string): Promise<ActivityResponse[]> };
  rooms: { person(id: string): Promise<Person | undefined>; room(id: string): Promise<Room | undefined> };
  /** Whether a platform may launch. If not, its rooms are closed, and so are their calendars. */
  isActive: (platform: string) => Promise<boolean>;
  limited: Limited;
  clock: Clock;
}

/** Pages without a session: a calendar feed, and a stop link in a message. Each is protected only by its secret. */
export function publicReminderRoutes(deps: PublicRemindersDeps): Router {
  const limited = deps.limited({ name: 'reminders', perMinute: 120 });
  return (
    Router()
      .get('/kalender/:file', limited, (req, res) => sendFeed(deps, req, res))
      .get('/stop/:token', limited, async (req, res) => {
        const subscription = await deps.reminders.findStop(req.params.token);
        showStop({ req, res, subscription, step: subscription?.state === 'on' ? 'ask' : 'done' });
      })
      // The mail program's own button posts here without visiting a page (RFC 8058); the body is ignored.
      .post('/stop/:token', limited, async (req, res) => {
        const subscription = await deps.reminders.findStop(req.params.token);
        if (subscription) await deps.reminders.stop(subscription, subscription.kind);
        showStop({ req, res, subscription, step: 'done' });
      })
  );
}

async function sendFeed(deps: PublicRemindersDeps, req: Request, res: Response): Promise<void> {
  const { reminders, coursesOf, schedules, responses, rooms, clock } = deps;
  const [, token] = /^([\w-]+)\.ics$/.exec(String(req.params['file'])) ?? [];
  const feed = await reminders.feeds.find(token);
  const [person, room] = feed ? await Promise.all([rooms.person(feed.person), rooms.room(feed.room)]) : [];
  const isOpen = room !== undefined && (await deps.isActive(room.platform));
  if (!feed || !isOpen || person?.role !== 'participant') throw new Problem('not-found');
  const language = person.language ?? feed.language;
  const [schedule, change, own] = await Promise.all([
    schedules.of(feed.room),
    schedules.lastChange(feed.room),
    responses.ofPerson(feed.room, feed.person),
  ]);
  const course = courseIn(await coursesOf(feed.room), language);
  // `send` adds an ETag, and answers 304 to a calendar that is up to date.
  res
    .set({ 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' })
    .type('text/calendar; charset=utf-8')
    .send(feedFile({ course, schedule, changed: change?.at ?? 0, own, language, id: feed.tokenHash, now: clock() }));
}

interface Stopping {
  req: Request;
  res: Response;
  subscription: Subscription | undefined;
  step: 'ask' | 'done';
}

/** Does not reveal whose subscription it is, as the message may have been forwarded. */
function showStop({ req, res, subscription, step }: Stopping): void {
  const language: Language = subscription?.language ?? languageOf(req, res);
  const text = texts[language];
  const words = text.reminders.stop;
  const title = subscription ? { ask: words.title, done: words.doneTitle }[step] : words.unknownTitle;
  res
    .status(subscription ? 200 : 404)
    .set('Cache-Control', 'no-store')
    .render('reminders/stop', {
      language,
      // The layout's own product name reveals what the course is about.
      text: { ...text, common: { ...text.common, help: words.help, productName: text.reminders.title } },
      title,
      question: subscription && step === 'ask' ? words[subscription.kind] : '',
      message: subscription ? words.done : words.unknown,
    });
}
