import type { Activity, Module } from '../../../content/course.ts';
import { courseWeeks } from '../../../content/rhythm.ts';
import { opensLater } from '../../../domain/schedule.ts';
import { texts } from '../../../text/texts.ts';
import { dayInWords } from '../../../text/times.ts';
import type { State } from './nextActivity.ts';
import { otherThan, type WeekPageInput } from './weekItems.ts';

type StateOf = (activity: Activity) => State;

/** The weeks as stops on a path, each with its state in words: `views/partials/room/coursePath.hbs`. */
export function coursePath(input: WeekPageInput, stateOf: StateOf, here: number | undefined) {
  const weeks = courseWeeks(input.course, input.schedule);
  return {
    label: texts[input.language].room.path.label,
    stops: weeks.map(({ number, modules }) => stopOf({ number, modules, isHere: number === here }, input, stateOf)),
    ...lineOf(weeks.length, here ?? (hasBegun(input, stateOf) ? weeks.length : 1)),
  };
}

function stopOf(
  { number, modules, isHere }: { number: number; modules: Module[]; isHere: boolean },
  input: WeekPageInput,
  stateOf: StateOf,
) {
  const { language, home, schedule, now } = input;
  const text = texts[language].room;
  const activities = modules.flatMap((module) => module.activities);
  const done = activities.filter((activity) => stateOf(activity) === 'done').length;
  const isDone = activities.length > 0 && done === activities.length;
  const opens = isDone ? '' : opensLater(schedule, number, now);
  const begun = done > 0 ? text.weekBegun(done, activities.length) : text.weekOpen;
  const state = opens === '' ? begun : text.opens(dayInWords(opens, language));
  return {
    number,
    href: `${home}uge/${number}`,
    week: text.path.week(number),
    titles: modules.map(({ title, language: own }) => ({ title, lang: otherThan(own, language) })),
    state: isDone ? text.weekDone : state,
    isDone,
    isHere,
    isAhead: opens !== '',
  };
}

function hasBegun({ course }: WeekPageInput, stateOf: StateOf): boolean {
  return course.modules.some(({ activities }) => activities.some((activity) => stateOf(activity) !== 'open'));
}

const STEP = 100;
/** Every second stop is lower, so that the line winds; `styles/_week.scss` moves the stops by the same distance. */
const HIGH = 16;
const LOW = 32;

/** The line through the stops: the part behind the person, and the rest. */
function lineOf(weeks: number, here: number) {
  return {
    viewBox: `0 0 ${weeks * STEP} 48`,
    walked: curve(1, here),
    ahead: curve(here, weeks),
  };
}

function curve(from: number, to: number): string {
  const x = (stop: number) => (stop - 0.5) * STEP;
  const y = (stop: number) => (stop % 2 === 1 ? HIGH : LOW);
  const bends = Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index + 1).map((stop) => {
    const middle = x(stop) - STEP / 2;
    return `C${middle} ${y(stop - 1)} ${middle} ${y(stop)} ${x(stop)} ${y(stop)}`;
  });
  return `M${x(from)} ${y(from)}${bends.join('')}`;
}
