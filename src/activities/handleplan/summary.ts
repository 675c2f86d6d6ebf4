import type { PlanExample } from './activity.ts';
import { texts } from '../../text/texts.ts';
import { planOf, type Plan } from './plan.ts';
import { weekInWords, type Wording } from './wording.ts';

/** A plan in words, line by line, in the form that `views/partials/handleplan/planSummary.hbs` takes. Missing parts are left out. */
export function planInWords(plan: Plan, wording: Wording): { term: string; values: string[] }[] {
  const text = texts[wording.language].handleplan;
  const { summary } = text;
  const isTasks = plan.form === 'opgaver';
  const sure = plan.sure === undefined ? '' : text.sureOf(plan.sure, text.sure[plan.sure] ?? '');
  const lines = [
    ...(isTasks
      ? [{ term: summary.tasks, values: plan.tasks.map(({ what }) => what) }]
      : [
          { term: summary.what, values: [plan.what] },
          { term: summary.howMuch, values: [plan.howMuch] },
          { term: summary.when, values: [plan.when] },
          { term: summary.days, values: [plan.days > 0 ? summary.daysAWeek(plan.days) : ''] },
        ]),
    { term: summary.sure, values: [sure] },
    { term: summary.week, values: [plan.week === '' ? '' : weekInWords(plan.week, wording)] },
  ];
  return lines.filter(({ values }) => values.some(Boolean));
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
