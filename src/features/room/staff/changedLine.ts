import type { Viewer } from '../../../domain/viewer.ts';
import { OPERATOR } from '../../../rooms/settings.ts';
import { texts } from '../../../text/texts.ts';
import { shortDateAndTime } from '../../../text/times.ts';
import type { StaffDeps } from './staffInput.ts';

/**
 * Names the author and time of the last change of the dates, so that colleagues notice a mistake; empty if they were
 * never set.
 */
export async function changedLine({ schedules, rooms }: StaffDeps, { room, language }: Viewer): Promise<string> {
  const change = await schedules.lastChange(room);
  if (!change) return '';
  const text = texts[language].room.settings;
  const when = shortDateAndTime(change.at, language);
  if (change.by === OPERATOR) return text.changed(when, text.operator);
  const person = change.by === '' ? undefined : await rooms.person(change.by);
  return text.changed(when, person?.name ?? '');
}
