import type { Activity, Module } from '../../../content/course.ts';
import { courseWeeks, weekCount } from '../../../content/rhythm.ts';
import { opensLater, weekNow } from '../../../domain/schedule.ts';
import { texts } from '../../../text/texts.ts';
import { dayInWords } from '../../../text/times.ts';
import { otherThan, type WeekPageInput } from './weekItems.ts';
import type { Picture, Video } from '../../../content/media.ts';

/** Where in the course a participant is. */
export type Stage = 'before' | 'during' | 'after';

/** By the class's dates; without dates, the course is over for someone who has done all of it. */
export function stageOf({ course, schedule, now }: WeekPageInput, isDone: (activity: Activity) => boolean): Stage {
  const week = weekNow(schedule, now);
  if (week === undefined) {
    const activities = course.modules.flatMap((module) => module.activities);
    return activities.length > 0 && activities.every(isDone) ? 'after' : 'during';
  }
  if (week < 1) return 'before';
  return week > weekCount(course, schedule) ? 'after' : 'during';
}

/** The head of Min uge: which week of how many, its theme and its picture; before the start, a welcome. */
export function themeOf(input: WeekPageInput, stage: Stage, shown: number) {
  const back = backLink(input, stage, shown);
  const { course, schedule, language } = input;
  const text = texts[language].room.theme;
  const weeks = courseWeeks(course, schedule);
  const modules = weeks[shown - 1]?.modules ?? [];
  if (stage === 'before') return welcome(input, weeks.length);
  if (stage === 'after') {
    return {
      line: text.allWeeks(weeks.length),
      titles: [{ title: text.ended, lang: '' }],
      words: text.endedText,
      picture: pictureOf(weeks.at(-1)?.modules ?? []),
      video: undefined,
      back,
    };
  }
  return {
    line: text.of(shown, weeks.length),
    titles: modules.map(({ title, language: own }) => ({ title, lang: otherThan(own, language) })),
    words: '',
    picture: pictureOf(modules),
    video: undefined,
    back,
  };
}

/**
 * The link to look back: at the whole course at its end; before that at the previous week, if the person did anything
 * in it.
 */
function backLink({ course, schedule, language, home, states }: WeekPageInput, stage: Stage, shown: number) {
  const text = texts[language].room.theme;
  if (stage === 'after' || (stage === 'during' && shown === weekCount(course, schedule)))
    return { href: `${home}tilbageblik`, label: text.lookBack };
  const last = courseWeeks(course, schedule)[shown - 2];
  const isTouched = last?.modules.some(({ activities }) => activities.some(({ id }) => states.has(id)));
  return isTouched ? { href: `${home}uge/${shown - 1}/tilbageblik`, label: text.lookBackAt(shown - 1) } : undefined;
}

/** The film of welcome, while the first week is closed; afterwards it is part of the first activity. */
function welcome({ schedule, language, course, now }: WeekPageInput, weeks: number) {
  const text = texts[language].room.theme;
  const first = course.modules.slice(0, 1);
  const isClosed = opensLater(schedule, 1, now) !== '';
  return {
    line: text.begins(dayInWords(schedule.start, language)),
    titles: [{ title: text.welcome, lang: '' }],
    words: text.welcomeText(weeks),
    picture: pictureOf(first),
    video: isClosed ? videosOf(first)[0] : undefined,
    back: undefined,
  };
}

function videosOf(modules: readonly Module[]): Video[] {
  return stepsOf(modules).flatMap(({ video }) => video ?? []);
}

/** The address of a picture of the week: that of its film, else the first of its scenes. */
function pictureOf(modules: readonly Module[]): string {
  const scene = stepsOf(modules).flatMap(({ picture }): Picture[] => (picture ? [picture] : []))[0];
  return videosOf(modules)[0]?.poster ?? scene?.src ?? '';
}

function stepsOf(modules: readonly Module[]) {
  return modules.flatMap(({ activities }) => activities).flatMap(({ steps = [] }) => steps);
}
