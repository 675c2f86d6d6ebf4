import type { ActivityResponse } from '../../../responses/responses.ts';
import { TICKED, taskTickId, tickId } from '../plan/ids.ts';
import { madePlans, type MadePlan } from '../plan/history.ts';
import { placeInWeek } from '../plan/plan.ts';
import { stepPath } from '../../addresses.ts';
import { dayOf, mondayOf, weekdayOf } from '../../../domain/week.ts';

/** What a person's front page says about the plan today. */
export interface PlanToday {
  /** `tick`: it is this week's plan. `close`: its week is over, and the person has not yet told how it went. */
  kind: 'tick' | 'close';
  /** The same as a boolean, for a view. */
  isClose: boolean;
  /** What to do, in the person's own words. */
  what: string;
  /** Whether today is ticked; in a plan of tasks, whether all of them are. */
  isTicked: boolean;
  /** How many ticks are set this week. */
  done: number;
  planned: number;
  /** The plan's page, or the page that closes the week. */
  href: string;
  /**
   * A form that ticks today with one press; undefined if it is already ticked, or if there are several tasks to tick.
   */
  tick: { action: string; name: string; value: string; base: string } | undefined;
}

export interface TodayInput {
  /** All responses of one person in one room, as `responses.ofPerson` returns them. */
  own: ActivityResponse[];
  room: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** This week's plan, or last week's if the person has not told how it went; undefined if there is none. */
export function planToday({ own, room, now }: TodayInput): PlanToday | undefined {
  const today = dayOf(now);
  const plans = madePlans(own);
  const current = plans.find(({ plan }) => placeInWeek(plan, today) === 'within');
  // A closed week asks no more.
  if (current) return current.plan.outcome === '' ? toTick(current, { room, weekday: weekdayOf(today) }) : undefined;
  const last = plans.find(({ plan }) => placeInWeek(plan, today) === 'after');
  if (!last || last.plan.outcome !== '' || last.plan.week < mondayOf(dayOf(now - 14 * 24 * 60 * 60 * 1000)))
    return undefined;
  return {
    ...wordsOf(last),
    kind: 'close',
    isClose: true,
    isTicked: false,
    href: stepPath({ room }, last.id, 'gik'),
    tick: undefined,
  };
}

function wordsOf({ plan }: MadePlan) {
  const isTasks = plan.form === 'opgaver';
  const marks = isTasks ? plan.tasks : plan.week7;
  return {
    what: isTasks ? plan.tasks.map(({ what }) => what).join(' · ') : plan.what,
    done: marks.filter(({ ticked }) => ticked).length,
    planned: isTasks ? plan.tasks.length : plan.days,
  };
}

function toTick(made: MadePlan, { room, weekday }: { room: string; weekday: number }): PlanToday {
  const { plan, id } = made;
  const words = wordsOf(made);
  const isTasks = plan.form === 'opgaver';
  const isTicked = isTasks ? words.done === words.planned : (plan.week7[weekday - 1]?.ticked ?? false);
  const field = isTasks ? (plan.tasks[0]?.id ?? taskTickId(1)) : tickId(weekday);
  const canTick = !isTicked && (!isTasks || words.planned === 1);
  const tick = { action: stepPath({ room }, id, 'uge'), name: `answer.${field}`, value: TICKED, base: `${field}:none` };
  return {
    ...words,
    kind: 'tick',
    isClose: false,
    isTicked,
    href: stepPath({ room }, id, 'uge'),
    tick: canTick ? tick : undefined,
  };
}
