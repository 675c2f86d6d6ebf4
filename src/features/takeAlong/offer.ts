import type { PlanToTake } from '../../activities/handleplan/index.ts';
import { kindOf } from '../../activities/kinds.ts';
import type { Course, Courses } from '../../content/course.ts';
import type { Language } from '../../domain/viewer.ts';
import { dayOf } from '../../domain/week.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import { locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import { courseIn, everyActivity } from '../../content/find.ts';
import type { MoodWeek } from '../diary/index.ts';
import { dateInWords } from '../../text/times.ts';

/** Everything that a person may choose from. Nothing is shown on the sheet before it is chosen. */
export interface Offer {
  plans: PlanToTake[];
  answers: { id: string; ask: string; words: string }[];
  moods: { id: string; heading: string; line: string }[];
  tools: { id: string; title: string }[];
}

export interface OfferInput {
  courses: Courses;
  own: ActivityResponse[];
  plans: PlanToTake[];
  moods: MoodWeek[];
  language: Language;
}

export function offerOf({ courses, own, plans, moods, language }: OfferInput): Offer {
  const course = courseIn(courses, language);
  const toolbox = course.toolbox ?? courses.da.toolbox;
  return {
    plans,
    answers: answersTo(course, own, language),
    moods: moods.map((week) => moodInWords(week, language)),
    tools: (toolbox?.tools ?? []).map(({ id, title }) => ({ id, title })),
  };
}

/** The answers of each activity that may be taken along, in course order. */
function answersTo(course: Course, own: ActivityResponse[], language: Language): Offer['answers'] {
  return everyActivity(course).flatMap((activity) => {
    const response = own.find((one) => one.activity === activity.id);
    const taken = response ? kindOf(activity).takeAlong(activity, { answers: response.draft, language }) : [];
    return taken.map(({ id, ask, words }) => ({ id: `${activity.id}/${id}`, ask, words }));
  });
}

function moodInWords({ monday, sunday, number, days, mean }: MoodWeek, language: Language) {
  const text = texts[language].takeAlong;
  const [from, to] = [monday, sunday].map((day) => dateInWords(day, language));
  return {
    id: monday,
    heading: text.moodWeek(number, from ?? '', to ?? ''),
    line:
      mean === undefined ? texts[language].diary.writtenShort(days) : text.moodLine(days, oneDecimal(mean, language)),
  };
}

function oneDecimal(value: number, language: Language): string {
  return value.toLocaleString(locale[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}

/** For example `22. november 2026`. @param now milliseconds since 1970 */
export function todayInWords(now: number, language: Language): string {
  const day = dayOf(now);
  return `${dateInWords(day, language)} ${day.slice(0, 4)}`;
}
