import type { Answers } from '../../../domain/answers.ts';
import { answerOf } from '../../../responses/merge.ts';
import { READER } from '../../../forms/readers.ts';
import { commentId, taskId, taskTickId, TASKS, TICKED, tickId, WEEKDAYS } from './ids.ts';
import { addDays, type Day, isMonday } from '../../../domain/week.ts';

/** How the week went, according to the person. */
export type PlanOutcome = 'gennemfoert' | 'delvist' | 'ikke' | 'aendret';

/** A day or a task of the plan. */
interface Mark {
  /** Answer id of its tick. */
  id: string;
  ticked: boolean;
  comment: string;
}

/** A week's plan, read from the answers. Texts are empty if nothing was written. */
export interface Plan {
  form: 'dage' | 'opgaver';
  /** The Monday of its week; empty if no week is chosen. */
  week: Day;
  what: string;
  howMuch: string;
  when: string;
  /** Days a week, 1 to 7; 0 if not chosen. */
  days: number;
  tasks: (Mark & { what: string })[];
  week7: (Mark & { weekday: number })[];
  /** 0 to 10. */
  sure: number | undefined;
  /** Who else may read it. */
  reader: '' | 'instruktoer' | 'hold';
  outcome: PlanOutcome | '';
}

/** From this value on, a person is confident enough in the plan (social cognitive theory, as taught on the course). */
export const SURE_ENOUGH = 7;

const OUTCOMES: readonly string[] = ['gennemfoert', 'delvist', 'ikke', 'aendret'] satisfies PlanOutcome[];
function isOutcome(text: string): text is PlanOutcome {
  return OUTCOMES.includes(text);
}

/** @param week the Monday of its week, if that is not among the answers */
export function planOf(answers: Answers, week: Day = ''): Plan {
  const text = (id: string) => {
    const answer = answerOf(answers, id);
    return typeof answer === 'string' ? answer : '';
  };
  const mark = (id: string): Mark => ({
    id,
    ticked: [answerOf(answers, id) ?? []].flat().includes(TICKED),
    comment: text(commentId(id)),
  });
  const chosen = text('uge');
  const reader = text(READER);
  const outcome = text('gik');
  return {
    form: text('form') === 'opgaver' ? 'opgaver' : 'dage',
    week: isMonday(chosen) ? chosen : week,
    what: text('hvad'),
    howMuch: text('hvor-meget'),
    when: text('hvornaar'),
    days: WEEKDAYS.find((days) => String(days) === text('antal-dage')) ?? 0,
    tasks: TASKS.map((task) => ({ ...mark(taskTickId(task)), what: text(taskId(task)) })).filter(
      ({ what }) => what !== '',
    ),
    week7: WEEKDAYS.map((weekday) => ({ ...mark(tickId(weekday)), weekday })),
    sure: /^(?:\d|10)$/.test(text('tro')) ? Number(text('tro')) : undefined,
    reader: reader === 'instruktoer' || reader === 'hold' ? reader : '',
    outcome: isOutcome(outcome) ? outcome : '',
  };
}

/** How much is ticked, and how much was planned. */
export function countTicks({ form, tasks, week7, days }: Plan): { done: number; planned: number } {
  return form === 'opgaver'
    ? { done: tasks.filter(({ ticked }) => ticked).length, planned: tasks.length }
    : { done: week7.filter(({ ticked }) => ticked).length, planned: days };
}

/** Whether the plan's week is chosen and has not begun, so that nothing can have been done yet. */
export function isAhead(plan: Plan, today: Day): boolean {
  return plan.week !== '' && placeInWeek(plan, today) === 'before';
}

/** Whether a day lies before, in or after the plan's week. */
export function placeInWeek({ week }: Plan, today: Day): 'before' | 'within' | 'after' {
  if (week === '' || today < week) return 'before';
  return today <= addDays(week, 6) ? 'within' : 'after';
}
