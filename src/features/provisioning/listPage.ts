import type { Schedule } from '../../domain/schedule.ts';
import type { Day } from '../../domain/week.ts';
import type { Language } from '../../domain/viewer.ts';
import type { PreparedSettings } from './prepared.ts';
import type { Room } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import type { PlatformSummary } from '../../lti/index.ts';
import { messageFor } from './parts.ts';
import { shortDate } from '../../text/times.ts';

export interface ListPageInput {
  rooms: { room: Room; schedule: Schedule; people: number }[];
  next: string | undefined;
  platforms: PlatformSummary[];
  prepared: PreparedSettings[];
  /** What was just done: a code from an address, so it may be anyone's text. */
  done: unknown;
  language: Language;
}

/** A date as `7.12.2026`. */
export function dayShown(day: Day, language: Language): string {
  return day === '' ? '' : shortDate(Date.parse(`${day}T12:00:00Z`), language);
}

/**
 * Rooms of all platforms, and courses that wait for their first launch, in the shape that
 * `views/provisioning/rooms.hbs` takes.
 */
export function listPage({ rooms, next, platforms, prepared, done, language }: ListPageInput) {
  const text = texts[language].provisioning;
  const names = new Map(platforms.map(({ id, name }) => [id, name]));
  const nameOf = (platform: string) => names.get(platform) ?? text.removedPlatform;
  return {
    title: text.title,
    wide: true,
    message: messageFor(done, text.done),
    rooms: rooms.map(({ room, schedule, people }) => ({
      title: room.title || text.untitled,
      href: `/drift/rum/${room.id}`,
      platform: nameOf(room.platform),
      context: room.context,
      start: dayShown(schedule.start, language) || text.noStart,
      webinar: webinarShown(schedule, language),
      people,
      lastLaunch: room.lastLaunchAt === undefined ? text.unknown : shortDate(room.lastLaunchAt, language),
    })),
    older: next === undefined ? '' : `?${new URLSearchParams({ efter: next }).toString()}`,
    prepared: prepared.map(({ platform, context, schedule }) => ({
      platform,
      context,
      name: nameOf(platform),
      start: dayShown(schedule.start, language) || text.noStart,
      webinar: webinarShown(schedule, language),
    })),
  };
}

function webinarShown({ webinar }: Schedule, language: Language): string {
  const { weekdays } = texts[language].room.settings;
  return webinar ? `${weekdays[webinar.weekday - 1] ?? ''} ${webinar.time.replace(':', '.')}` : '';
}
