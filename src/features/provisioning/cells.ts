import { plainly, type ScheduleEntry, weekdayNamed } from '../room/index.ts';
import type { TableLine } from './table.ts';

/**
 * In a cell this means "remove what is set"; programs may turn it into a longer dash. An empty cell changes nothing.
 */
const NOTHING = '-';

const paces: Record<string, string> = { alt: 'all', alle: 'all', all: 'all', uge: 'weekly', weekly: 'weekly' };

/** A weekday by name or number; any other text is returned unchanged, and refused by the form. */
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
  municipality: (text) => text,
};

const nothing: ScheduleEntry = {
  start: '',
  pace: 'all',
  rhythm: '',
  weekday: '',
  time: '',
  link: '',
  municipality: '',
};

/** The settings form, as if someone had entered this line over the current settings. */
export function entryOver(before: ScheduleEntry, { cells }: TableLine): ScheduleEntry {
  const fields = Object.keys(nothing) as (keyof ScheduleEntry)[];
  const filled = fields.map((field) => {
    const cell = cells[field] ?? '';
    if (cell === '') return [field, before[field]];
    return [field, plainly(cell) === NOTHING ? nothing[field] : read[field](cell)];
  });
  return { ...before, ...(Object.fromEntries(filled) as Partial<ScheduleEntry>) };
}
