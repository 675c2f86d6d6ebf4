import type { Viewer } from '../../domain/viewer.ts';
import { OPERATOR } from '../../rooms/settings.ts';
import { texts } from '../../text/texts.ts';
import { dayAndTime } from '../../text/times.ts';
import type { StaffDeps } from './staffInput.ts';

/** Who has set the dates of the class and when, so that a slip is seen by the others; empty where nobody has. */
export const changedLine = async ({ schedules, rooms }: StaffDeps, { room, language }: Viewer): Promise<string> => {
  const change = await schedules.lastChange(room);
  if (!change) return '';
  const text = texts[language].room.settings;
  const when = `${dayAndTime(change.at, language)} (${new Date(change.at).getUTCFullYear()})`;
  if (change.by === OPERATOR) return text.changed(when, text.operator);
  const person = change.by === '' ? undefined : await rooms.person(change.by);
  return text.changed(when, person?.name ?? '');
};
