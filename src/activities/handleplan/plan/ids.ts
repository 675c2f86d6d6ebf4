/** Ids of a plan's answers; these must never change. */
export const TASKS = [1, 2, 3] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const TICKED = 'ja';

type Task = (typeof TASKS)[number];

export function tickId(weekday: number): string {
  return `dag-${weekday}`;
}
export function taskId(task: Task) {
  return `opgave-${task}` as const;
}
export function taskTickId(task: number): string {
  return `klaret-${task}`;
}
/** Id of the comment beside a tick. */
export function commentId(tick: string): string {
  return `kommentar-${tick}`;
}

export const tickIds: readonly string[] = [...WEEKDAYS.map(tickId), ...TASKS.map(taskTickId)];
const closeIds = ['gik', 'gik-tekst', 'problem', 'ideer', 'egen-ide'];

/** What is filled in during and after the week; in a shared plan it is shared as soon as it is saved. */
export const followUpIds: ReadonlySet<string> = new Set([...tickIds, ...tickIds.map(commentId), ...closeIds]);
