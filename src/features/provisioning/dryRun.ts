import { nothingChosen, type Schedule } from '../../domain/schedule.ts';
import type { PlannedChange } from './imports.ts';
import type { PreparedRooms } from './prepared.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { entryFrom, type FaultCode, type Given, parseSchedule } from '../room/index.ts';
import { entryOver } from './cells.ts';
import type { TableLine } from './table.ts';

export interface DryRunDeps extends Given {
  rooms: Pick<Rooms, 'named' | 'room'>;
  schedules: Schedules;
  prepared: PreparedRooms;
  platforms: { id: string; name: string; issuer: string }[];
}

export type LineFault =
  | FaultCode
  | 'platformMissing'
  | 'platformUnknown'
  | 'platformNotUnique'
  | 'courseMissing'
  | 'titleUnknown'
  | 'courseNotUnique'
  | 'twice';

/** What a line would do: change a room or prepare one; or what is wrong with it. */
export interface LineResult {
  number: number;
  /** The course: its title and id where it is known, else the line's name for it. */
  name: string;
  platform: string;
  faults: LineFault[];
  change: PlannedChange | undefined;
}

/** What the table would change, line by line. Changes nothing itself. */
export async function dryRun(lines: TableLine[], deps: DryRunDeps): Promise<LineResult[]> {
  const results: LineResult[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const result = await resultOf(line, deps);
    const target = result.change && JSON.stringify([result.change.platform, result.change.context]);
    if (target !== undefined && seen.has(target)) results.push({ ...result, faults: ['twice'], change: undefined });
    else results.push(result);
    if (target !== undefined) seen.add(target);
  }
  return results;
}

interface Target {
  /** The room's title; empty where no one has come from the course yet. */
  title: string;
  platform: string;
  context: string;
  room: string;
  before: Schedule;
}

async function resultOf(line: TableLine, deps: DryRunDeps): Promise<LineResult> {
  const name = line.cells.context || line.cells.title || '';
  const platform = platformOf(line.cells.platform ?? '', deps.platforms);
  const about = { number: line.number, name, platform: typeof platform === 'string' ? '' : platform.name };
  const refuse = (...faults: LineFault[]): LineResult => ({ ...about, faults, change: undefined });
  if (typeof platform === 'string') return refuse(platform);
  const target = await targetOf(line, platform.id, deps);
  if (typeof target === 'string') return refuse(target);
  const { schedule, faults } = parseSchedule(entryOver(entryFrom(target.before), line), deps);
  if (!schedule) return refuse(...faults.map(({ code }) => code));
  const { title, ...room } = target;
  const known = title === '' ? name : `${title} (${room.context})`;
  return { ...about, name: known, faults: [], change: { ...room, after: schedule } };
}

type Platform = DryRunDeps['platforms'][number];

/** Finds a platform by name, address or id; if there is only one, it need not be named. */
function platformOf(named: string, platforms: Platform[]): Platform | LineFault {
  const [only, ...more] = platforms;
  if (named === '') return only && more.length === 0 ? only : 'platformMissing';
  const found = platforms.filter(({ id, name, issuer }) => [id, name, issuer].includes(named));
  const [first, second] = found;
  if (!first) return 'platformUnknown';
  return second ? 'platformNotUnique' : first;
}

/**
 * The room that the line is about. For a context that no one has come from, a room is prepared; a title must be known.
 */
async function targetOf(
  { cells: { context = '', title = '' } }: TableLine,
  platform: string,
  { rooms, schedules, prepared }: DryRunDeps,
): Promise<Target | LineFault> {
  if (context === '' && title === '') return 'courseMissing';
  const [room, ...more] = await rooms.named(platform, context === '' ? { title } : { context });
  if (more.length > 0) return 'courseNotUnique';
  if (room) {
    const { id, context, title: name } = room;
    return { platform, context, title: name, room: id, before: await schedules.of(id) };
  }
  if (context === '' || context.length > 255) return 'titleUnknown';
  return {
    platform,
    context,
    title: '',
    room: '',
    before: (await prepared.of({ platform, context })) ?? nothingChosen,
  };
}
