import type { Answer, Answers } from '../../domain/answers.ts';
import { answerOf } from '../../responses/merge.ts';
import type { Day } from '../../domain/week.ts';

/** One thing that a plan's forms ask for. Its id is the answer's id for ever. */
export type Field = TextField | ChoiceField;

export interface TextField {
  id: string;
  kind: 'text';
  /** Longest answer in characters. */
  maxLength: number;
}

export interface ChoiceField {
  id: string;
  kind: 'one' | 'many';
  /** What may be chosen. */
  options: readonly string[];
}

/** What decides the choices of this plan's forms. */
export interface FieldContext {
  /** The Mondays that the plan may begin; empty where that is given. */
  weeks: readonly Day[];
  /** Ids of the ideas that may help the next time. */
  ideas: readonly string[];
  /** Who may read it beside the person; empty where only the person may. */
  reader: '' | 'instruktoer' | 'hold';
}

const text = (id: string, maxLength: number): TextField => ({ id, kind: 'text', maxLength });
const one = (id: string, options: readonly string[]): ChoiceField => ({ id, kind: 'one', options });

export const TASKS = [1, 2, 3] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const TICKED = 'ja';

export const tickId = (weekday: number): string => `dag-${weekday}`;
export const taskId = (task: number): string => `opgave-${task}`;
export const taskTickId = (task: number): string => `klaret-${task}`;
/** The comment that stands beside a tick. */
export const commentId = (tick: string): string => `kommentar-${tick}`;

export const tickIds: readonly string[] = [...WEEKDAYS.map(tickId), ...TASKS.map(taskTickId)];
const closeIds = ['gik', 'gik-tekst', 'problem', 'ideer', 'egen-ide'];

/** What is filled in during and after the week: shared, where it is, as soon as it is saved. */
export const followUpIds: ReadonlySet<string> = new Set([...tickIds, ...tickIds.map(commentId), ...closeIds]);

/** Everything that any step of a plan asks for. */
export const fieldsOf = ({ weeks, ideas, reader }: FieldContext): Field[] => [
  one('fra', ['samme', 'mindre', 'ny']),
  one('form', ['dage', 'opgaver']),
  ...(weeks.length > 0 ? [one('uge', weeks)] : []),
  text('hvad', 500),
  text('hvor-meget', 200),
  text('hvornaar', 200),
  one('antal-dage', WEEKDAYS.map(String)),
  ...TASKS.map((task) => text(taskId(task), 200)),
  one(
    'tro',
    Array.from({ length: 11 }, (_, sure) => String(sure)),
  ),
  text('hindring', 1000),
  text('lettere', 1000),
  ...(reader ? [one('laeser', ['mig', reader])] : []),
  ...tickIds.flatMap((id): Field[] => [{ id, kind: 'many', options: [TICKED] }, text(commentId(id), 500)]),
  one('gik', ['gennemfoert', 'delvist', 'ikke', 'aendret']),
  text('gik-tekst', 1000),
  text('problem', 1000),
  { id: 'ideer', kind: 'many', options: ideas },
  text('egen-ide', 1000),
];

/** The stored answer as the field understands it: what can no longer be chosen is left out. */
export const valueOf = (field: Field, answers: Answers): Answer => {
  const stored = answerOf(answers, field.id);
  if (field.kind === 'text') return typeof stored === 'string' ? stored : '';
  if (field.kind === 'many') return field.options.filter((id) => Array.isArray(stored) && stored.includes(id));
  return typeof stored === 'string' && field.options.includes(stored) ? stored : '';
};
