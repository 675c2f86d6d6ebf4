import { plainly, type ScheduleEntry, weekdayNamed } from '../room/index.ts';
import type { TableLine } from './table.ts';

/** Stands in a cell for "take away what is set", also as the longer dash that a program makes of it; an empty cell leaves it as it is. */
const NOTHING = '-';

const paces: Record<string, string> = { alt: 'all', alle: 'all', all: 'all', uge: 'weekly', weekly: 'weekly' };

/** A weekday by its name or number; what is neither goes on as it is, and is refused by the form. */
function weekdayOf(text: string): string {
  return String(weekdayNamed(text) ?? text);
}

const read: Record<keyof ScheduleEntry, (text: string) => string> = {
  start: (text) => text,
  pace: (text) => paces[text.toLowerCase()] ?? text,
  rhythm: (text) => text,
  weekday: weekdayOf,
  time: (text) => text,
  link: (text) => text,
};

const nothing: ScheduleEntry = { start: '', pace: 'all', rhythm: '', weekday: '', time: '', link: '' };

/** What the form of the settings would hold, had someone filled in this line over what is set now. */
export function entryOver(before: ScheduleEntry, { cells }: TableLine): ScheduleEntry {
  const fields = Object.keys(nothing) as (keyof ScheduleEntry)[];
  const filled = fields.map((field) => {
    const cell = cells[field] ?? '';
    if (cell === '') return [field, before[field]];
    return [field, plainly(cell) === NOTHING ? nothing[field] : read[field](cell)];
  });
  return { ...before, ...(Object.fromEntries(filled) as Partial<ScheduleEntry>) };
}
