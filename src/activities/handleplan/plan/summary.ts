import type { PlanExample } from './activity.ts';
import { texts } from '../../../text/texts.ts';
import { planOf, type Plan } from './plan.ts';
import { weekInWords, type Wording } from './wording.ts';

/** A line of a plan's card. */
export interface PlanLine {
  /** Of its answer. */
  id: string;
  term: string;
  values: string[];
  /** What the plan is about. */
  isMain: boolean;
  /** How sure the person is, as ten marks; empty in other lines. */
  meter: boolean[];
}

const MARKS = 10;

/**
 * A plan in words, line by line, in the form that `views/partials/handleplan/planCard.hbs` takes. Missing parts are
 * left out.
 */
export function planInWords(plan: Plan, wording: Wording): PlanLine[] {
  const text = texts[wording.language].handleplan;
  const { summary } = text;
  const isTasks = plan.form === 'opgaver';
  const sure = plan.sure === undefined ? '' : text.sureOf(plan.sure, text.sure[plan.sure] ?? '');
  const line = (id: string, term: string, ...values: string[]) => ({ id, term, values, isMain: false, meter: [] });
  const lines: PlanLine[] = [
    ...(isTasks
      ? [{ ...line('opgaver', summary.tasks, ...plan.tasks.map(({ what }) => what)), isMain: true }]
      : [
          { ...line('hvad', summary.what, plan.what), isMain: true },
          line('hvor-meget', summary.howMuch, plan.howMuch),
          line('hvornaar', summary.when, plan.when),
          line('antal-dage', summary.days, plan.days > 0 ? summary.daysAWeek(plan.days) : ''),
        ]),
    { ...line('tro', summary.sure, sure), meter: meterOf(plan.sure) },
    line('uge', summary.week, plan.week === '' ? '' : weekInWords(plan.week, wording)),
  ];
  return lines.filter(({ values }) => values.some(Boolean));
}

function meterOf(sure = 0): boolean[] {
  return Array.from({ length: MARKS }, (_, at) => at < sure);
}

/** A plan in one line. */
export function titleOf(plan: Plan): string {
  return plan.form === 'opgaver' ? plan.tasks.map(({ what }) => what).join(' · ') : plan.what;
}

/** An example, in the form in which a plan is shown. */
export function exampleInWords(example: PlanExample, wording: Wording) {
  const tasks = example.tasks.map((what) => ({ id: '', ticked: false, comment: '', what }));
  const form = tasks.length > 0 ? 'opgaver' : 'dage';
  return { title: example.title, lines: planInWords({ ...planOf({}), ...example, form, tasks }, wording) };
}
