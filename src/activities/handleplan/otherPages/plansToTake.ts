import type { Courses } from '../../../content/course.ts';
import type { Language } from '../../../domain/viewer.ts';
import { answerOf } from '../../../responses/merge.ts';
import type { ActivityResponse } from '../../../responses/responses.ts';
import { texts } from '../../../text/texts.ts';
import { followedUp } from '../allPlansPage.ts';
import { madePlans } from '../plan/history.ts';
import { titleOf, type PlanLine } from '../plan/summary.ts';
import { plansOf } from '../plan/subject.ts';
import { dayOf, weekNumberOf, type Day } from '../../../domain/week.ts';

/** A plan in the form that its owner may show to someone outside the course. */
export interface PlanToTake {
  id: string;
  heading: string;
  /** The Monday of its week; empty if no week is chosen. */
  week: Day;
  /** In a few words, what one wanted to do. */
  what: string;
  /** The days or tasks that are ticked, by name. */
  ticked: string[];
  /** What the plan says, line by line. */
  lines: PlanLine[];
  /** How it went; empty if the person has not said. */
  outcome: string;
  /** What the person wrote and chose, at the end of the week, about what helps. */
  helped: string[];
}

interface OwnPlans {
  courses: Courses;
  /** All responses of one person in one room. */
  own: ActivityResponse[];
  language: Language;
  /** Milliseconds since 1970. */
  now: number;
}

/** All plans that a person has made, the latest week first. Comments on single days are left out. */
export function plansToTake({ courses, own, language, now }: OwnPlans): PlanToTake[] {
  const text = texts[language].handleplan;
  const ideas = plansOf(courses, language).flatMap((plan) => plan.ideas);
  const wording = { language, today: dayOf(now) };
  return madePlans(own).map(({ id, plan, response: { draft } }) => {
    const { lines, outcome, isClosed, ticked } = followedUp(plan, wording, text);
    const chosen = [answerOf(draft, 'ideer') ?? []].flat();
    const named = chosen.map((idea) => ideas.find((one) => one.id === idea)?.label ?? '');
    const written = ['gik-tekst', 'egen-ide'].map((question) => [answerOf(draft, question) ?? ''].flat().join(', '));
    return {
      id,
      week: plan.week,
      what: titleOf(plan),
      ticked,
      heading: plan.week === '' ? text.summary.heading : text.week.title(weekNumberOf(plan.week)),
      lines,
      outcome: isClosed ? outcome : '',
      helped: [...written, ...named].filter(Boolean),
    };
  });
}
