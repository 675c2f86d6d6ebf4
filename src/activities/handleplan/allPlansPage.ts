import type { Courses } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import { texts, type Text } from '../../text/texts.ts';
import { madePlans } from './plan/history.ts';
import { nextPlanId } from './making/nextPlan.ts';
import { placeInWeek, type Plan } from './plan/plan.ts';
import { ownPlanId } from './plan/subject.ts';
import { stepPath } from '../addresses.ts';
import { planInWords } from './plan/summary.ts';
import type { Wording } from './plan/wording.ts';
import { addDays, type Day, mondayOf, weekNumberOf } from '../../domain/week.ts';
import { weekdayInWords } from '../../text/times.ts';

export interface AllPlansInput {
  courses: Courses;
  viewer: Viewer;
  own: ActivityResponse[];
  today: Day;
}

/** All of a person's plans on one page, in the form that `views/handleplan/all.hbs` takes. */
export function allPlansPage({ courses, viewer, own, today }: AllPlansInput) {
  const text = texts[viewer.language].handleplan;
  const made = madePlans(own);
  const wording = { language: viewer.language, today };
  const monday = mondayOf(today);
  const begin = (week: Day) =>
    stepPath(viewer, ownPlanId(week), made.some(({ id }) => id === ownPlanId(week)) ? 'uge' : 'begynd');
  return {
    title: text.all.title,
    plans: made.map(({ id, plan, response }) => ({
      heading: plan.week === '' ? text.summary.heading : text.week.title(weekNumberOf(plan.week)),
      href: stepPath(viewer, id, 'uge'),
      remember: wordsIn(response, 'gik-tekst'),
      ...followedUp(plan, wording, text),
    })),
    next: stepPath(viewer, nextPlanId({ courses, viewer, own, today }), 'begynd'),
    own: [
      { href: begin(monday), label: text.all.ownThis },
      { href: begin(addDays(monday, 7)), label: text.all.ownNext },
    ],
  };
}

/** A plan and how it went, for reading. */
export function followedUp(plan: Plan, wording: Wording, text: Text['handleplan']) {
  const isTasks = plan.form === 'opgaver';
  const dayName = (weekday: number) => weekdayInWords(addDays('2024-01-01', weekday - 1), wording.language);
  const marks = isTasks
    ? plan.tasks.map(({ what, ticked, comment }) => ({ label: what, ticked, comment }))
    : plan.week7.map(({ weekday, ticked, comment }) => ({ label: dayName(weekday), ticked, comment }));
  return {
    lines: planInWords(plan, wording),
    ticked: marks.filter(({ ticked }) => ticked).map(({ label }) => label),
    comments: marks.filter(({ comment }) => comment !== ''),
    isClosed: plan.outcome !== '',
    isDone: plan.outcome === 'gennemfoert',
    isUnderWay: plan.outcome === '' && placeInWeek(plan, wording.today) !== 'after',
    outcome: plan.outcome === '' ? text.close.open : text.close.outcomes[plan.outcome],
  };
}

function wordsIn({ draft }: ActivityResponse, id: string): string {
  const answer = draft[id];
  return typeof answer === 'string' ? answer : '';
}
