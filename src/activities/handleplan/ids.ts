/** Ids of a plan's answers, for ever. */
export const TASKS = [1, 2, 3] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const TICKED = 'ja';

type Task = (typeof TASKS)[number];

export const tickId = (weekday: number): string => `dag-${weekday}`;
export const taskId = (task: Task) => `opgave-${task}` as const;
export const taskTickId = (task: number): string => `klaret-${task}`;
/** The comment that stands beside a tick. */
export const commentId = (tick: string): string => `kommentar-${tick}`;

export const tickIds: readonly string[] = [...WEEKDAYS.map(tickId), ...TASKS.map(taskTickId)];
const closeIds = ['gik', 'gik-tekst', 'problem', 'ideer', 'egen-ide'];

/** What is filled in during and after the week: shared, where it is, as soon as it is saved. */
export const followUpIds: ReadonlySet<string> = new Set([...tickIds, ...tickIds.map(commentId), ...closeIds]);
