import type { Option, Question } from '../../../content/course.ts';
import type { Day } from '../../../domain/week.ts';
import { ONLY_ME, READER } from '../../../forms/readers.ts';
import { texts, type Text } from '../../../text/texts.ts';
import { commentId, taskId, TASKS, TICKED, WEEKDAYS } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { requiredIn } from './steps.ts';
import { dayMarks, taskMarks, weekInWords, type Wording } from '../plan/wording.ts';

/** What determines the questions of this plan's forms. */
export interface PlanContext extends Wording {
  plan: Plan;
  /** The Mondays on which the plan may begin; empty if the week is fixed. */
  weeks: readonly Day[];
  likelyWeek: Day;
  /** What may help next time. */
  ideas: Option[];
  /** Who else may read the plan; empty if only the person may. */
  reader: '' | 'instruktoer' | 'hold';
  /** The kind of plan that is selected in advance. */
  likelyForm: Plan['form'];
}

/** Everything that the steps of a plan ask. */
export function planQuestions(context: PlanContext): Question[] {
  const required: readonly string[] = requiredIn(context.plan);
  return [...makingQuestions(context), ...markQuestions(context), ...closingQuestions(context)].map((question) => ({
    ...question,
    required: required.includes(question.id),
  }));
}

/** In characters: texts up to this length begin as a field of one line. */
const SHORT = 200;

type Field = keyof Text['handleplan']['fields'];

/** Questions that have the same words in every plan. */
function asking({ language }: Wording) {
  const { fields } = texts[language].handleplan;
  const base = (id: Field) => ({ id, ...fields[id], required: false });
  return {
    text: (id: Field, maxLength: number): Question => ({
      kind: 'text',
      ...base(id),
      maxLength,
      rows: maxLength > SHORT ? 2 : 1,
    }),
    one: (id: Field, options: Option[], suggested?: string): Question => ({
      kind: 'one',
      ...base(id),
      options,
      ...(suggested !== undefined && { suggested }),
    }),
    many: (id: Field, options: Option[]): Question => ({ kind: 'many', ...base(id), options }),
    numbers: (id: Field, options: Option[]): Question => ({ kind: 'scale', look: 'numbers', ...base(id), options }),
  };
}

function makingQuestions(context: PlanContext): Question[] {
  const { language, weeks, reader } = context;
  const { options, summary, sure } = texts[language].handleplan;
  const { text, one, numbers } = asking(context);
  return [
    one('fra', labelled(options.fra), 'samme'),
    one('form', labelled(options.form), context.likelyForm),
    ...(weeks.length > 0 ? [one('uge', weekOptions(context), context.likelyWeek)] : []),
    text('hvad', 500),
    text('hvor-meget', 200),
    text('hvornaar', 200),
    numbers(
      'antal-dage',
      WEEKDAYS.map((days) => ({ id: String(days), label: summary.daysAWeek(days) })),
    ),
    ...TASKS.map((task) => text(taskId(task), 200)),
    numbers(
      'tro',
      sure.map((label, index) => ({ id: String(index), label })),
    ),
    text('hindring', 1000),
    text('lettere', 1000),
    ...(reader
      ? [
          one(
            READER,
            ([ONLY_ME, reader] as const).map((id) => ({ id, label: options.laeser[id] })),
            ONLY_ME,
          ),
        ]
      : []),
  ];
}

function weekOptions({ weeks, ...wording }: PlanContext): Option[] {
  return weeks.map((id) => ({ id, label: weekInWords(id, wording) }));
}

/** Ticks, each with a comment. */
function markQuestions(context: PlanContext): Question[] {
  const { commentOn } = texts[context.language].handleplan;
  return [...dayMarks(context.plan, context), ...taskMarks(context.plan, context)].flatMap(
    ({ id, label }): Question[] => [
      { kind: 'many', id, ask: label, hint: '', required: false, options: [{ id: TICKED, label: TICKED }] },
      { kind: 'text', id: commentId(id), ask: commentOn(label), hint: '', required: false, maxLength: 500, rows: 2 },
    ],
  );
}

function closingQuestions(context: PlanContext): Question[] {
  const { options } = texts[context.language].handleplan;
  const { text, one, many } = asking(context);
  return [
    one('gik', labelled(options.gik)),
    text('gik-tekst', 1000),
    text('problem', 1000),
    many('ideer', context.ideas),
    text('egen-ide', 1000),
  ];
}

function labelled(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([id, label]) => ({ id, label }));
}
