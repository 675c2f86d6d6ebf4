import { courseIn } from '../../content/find.ts';
import { weekCount, weekOf } from '../../content/rhythm.ts';
import { webinarsAhead, type Webinar } from '../../domain/schedule.ts';
import { dayOf } from '../../domain/week.ts';
import type { Language, Viewer } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { dayInWords, timeOfDay } from '../../text/times.ts';
import { comingModule, prepOf, TO_INSTRUCTOR } from './brief/module.ts';
import { briefPath } from './brief/addresses.ts';
import type { BriefDeps } from './brief/gather.ts';
import { classNow } from './classNow.ts';
import { factsOf, isWritten } from './facts.ts';
import { hardAnswers } from './hardAnswers.ts';

type ComingDeps = Pick<BriefDeps, 'courses' | 'schedules' | 'rooms' | 'responses' | 'roster' | 'clock'>;

/** The module of the next webinar; undefined if the course has none. */
export async function comingIn(
  { courses, schedules, responses, clock }: Omit<ComingDeps, 'rooms' | 'roster'>,
  viewer: Viewer,
) {
  return comingModule(courseIn(courses, viewer.language), {
    schedule: await schedules.of(viewer.room),
    now: clock(),
    isBegun: async ({ activities }) => {
      const found = await Promise.all(activities.map(({ id }) => responses.listSealed(viewer.room, id)));
      return found.some((all) => all.length > 0);
    },
  });
}

/** When the next webinar is, what it is about, and how far the class is with it: the first thing on the front page. */
export async function comingWebinar(deps: ComingDeps, viewer: Viewer) {
  const module = await comingIn(deps, viewer);
  if (!module) return undefined;
  const { language, room } = viewer;
  const course = courseIn(deps.courses, language);
  const schedule = await deps.schedules.of(room);
  const now = await classNow(deps, room, prepOf(module)?.id ?? '');
  const questions = now.sent.filter(({ answers }) => isWritten(answers[TO_INSTRUCTOR])).length;
  const hard = hardAnswers(prepOf(module), now.sent).length;
  const text = texts[language].instructor.brief;
  return {
    when: whenOf(webinarsAhead(schedule, weekCount(course, schedule), deps.clock())[0], deps.clock(), language),
    about: text.week(weekOf(course, schedule, module), module.title),
    facts: factsOf(now, questions, language),
    hard: hard === 0 ? '' : texts[language].instructor.hard.fact(hard),
    link: schedule.link,
    missing: !schedule.webinar ? text.noDate : schedule.link === '' ? text.noLink : '',
    href: briefPath(viewer, module.id),
  };
}

function whenOf(next: Webinar | undefined, now: number, language: Language): string {
  if (!next) return '';
  if (next.begins <= now) return texts[language].instructor.brief.now;
  const day = dayInWords(dayOf(next.begins), language);
  const capital = day.charAt(0).toUpperCase() + day.slice(1);
  return texts[language].room.webinar.when(capital, timeOfDay(next.begins, language));
}
