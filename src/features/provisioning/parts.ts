import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { Courses } from '../../content/course.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Imports } from './imports.ts';
import type { PreparedRooms } from './prepared.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { csrfOf } from '../../http/linkSession.ts';
import { languageOf } from '../../http/showProblem.ts';
import { texts } from '../../text/texts.ts';
import type { PlatformManagement } from '../../lti/index.ts';

export interface ProvisioningDeps {
  lti: { platforms: PlatformManagement };
  courses: Courses;
  rooms: Rooms;
  schedules: Schedules;
  prepared: PreparedRooms;
  imports: Imports;
  config: { retentionMonths: number };
  clock: Clock;
  log: Logger;
}

/** The model that all these pages share: the operator's language, text and form secret. */
export function shared(req: Request, res: Response) {
  const language = languageOf(req, res);
  const text = texts[language];
  const help = text.operator.help;
  return { language, text: { ...text, common: { ...text.common, help } }, csrf: csrfOf(res) };
}

/** The message for what was just done. @param done a code from an address, so it may be anyone's text */
export function messageFor(done: unknown, messages: Record<string, string>): string {
  return typeof done === 'string' && Object.hasOwn(messages, done) ? (messages[done] ?? '') : '';
}
