import type { Module } from '../../content/course.ts';
import { courseWeeks, topicOf } from '../../content/rhythm.ts';
import { weekBegins } from '../../domain/schedule.ts';
import { addDays, dayOf, mondayOf, type Day } from '../../domain/week.ts';
import { texts } from '../../text/texts.ts';
import { dayInWords } from '../../text/times.ts';
import { moodPicture, type DayEntry } from '../diary/index.ts';
import { wordsIn, type Own } from './own.ts';

/** What the person did and hoped in a week of the course, in their own words: `views/lookBack/week.hbs`. */
export function weekBackPage(number: number, own: Own) {
  const { course, schedule, language } = own;
  const text = texts[language].lookBack;
  const modules = courseWeeks(course, schedule)[number - 1]?.modules ?? [];
  const activities = modules.flatMap((module) => module.activities);
  const sent = activities.filter(({ id }) => own.responses.some((one) => one.activity === id && one.sent !== null));
  const from = beginningOf(number, modules, own);
  const days = from === '' ? [] : own.days.filter(({ day }) => day >= from && day <= addDays(from, 6));
  const plans = plansOf(modules, from, own);
  const ticks = plans.reduce((sum, { ticked }) => sum + ticked.length, 0);
  const did = [
    ...sent.map(({ title }) => text.sent(title)),
    ...(ticks > 0 ? [text.ticked(ticks)] : []),
    ...(days.length > 0 ? [text.wrote(days.length)] : []),
  ];
  const words = wordsIn(activities, own);
  return {
    title: text.week(number),
    topic: topicOf({ modules }),
    did,
    words,
    plans,
    mood: days.some(({ mood }) => mood > 0) ? moodPicture(sevenDays(from, days), language) : undefined,
    helped: helpedIn(days, language),
    isEmpty: did.length === 0 && words.length === 0 && plans.length === 0,
  };
}

/** The first day of a course week; without dates, the day on which the person began it. */
function beginningOf(number: number, modules: readonly Module[], { schedule, responses }: Own): Day {
  const byDate = weekBegins(schedule, number);
  if (byDate !== '') return byDate;
  const ids = new Set(modules.flatMap(({ activities }) => activities.map(({ id }) => id)));
  const begun = responses.filter(({ activity }) => ids.has(activity)).map(({ startedAt }) => startedAt);
  return begun.length > 0 ? dayOf(Math.min(...begun)) : '';
}

/** The week's plans: those of its modules, and the person's own plans for the calendar week in which it began. */
function plansOf(modules: readonly Module[], from: Day, { plans }: Own) {
  const ids = new Set(modules.flatMap(({ activities }) => activities.map(({ id }) => id)));
  const isOwn = (id: string, week: Day) => id === `handleplan-${week}` && from !== '' && week === mondayOf(from);
  return plans.filter(({ id, week }) => ids.has(id) || isOwn(id, week));
}

function sevenDays(from: Day, days: readonly DayEntry[]): DayEntry[] {
  return Array.from({ length: 7 }, (_, index) => addDays(from, index)).map(
    (day) => days.find((one) => one.day === day) ?? { day, mood: 0, did: '', helped: '' },
  );
}

export function helpedIn(days: readonly DayEntry[], language: Own['language']) {
  return days
    .filter(({ helped }) => helped !== '')
    .map(({ day, helped }) => ({ day: dayInWords(day, language), words: helped }));
}
