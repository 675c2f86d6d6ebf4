import type { Course } from '../../../content/course.ts';
import { weekCount } from '../../../content/rhythm.ts';
import type { Schedule } from '../../../domain/schedule.ts';
import { dueDayOf } from '../../../domain/surveyDates.ts';
import { addDays, dayOf, type Day } from '../../../domain/week.ts';
import type { ActivityResponse } from '../../../responses/responses.ts';
import { isOver } from './courseOver.ts';

/** A survey that has not been sent, and the day from which a reminder is allowed. */
export interface SurveyDue {
  id: string;
  day: Day;
}

export interface SurveysAsked {
  course: Course;
  schedule: Schedule;
  own: ActivityResponse[];
  now: number;
}

/** Someone who has begun gets no reminder for this long. */
const DAYS_TO_FINISH = 2;

/**
 * Surveys not yet sent: each from its day on, or two days after it was begun. After the course, only the later ones.
 */
export function surveysDue({ course, schedule, own, now }: SurveysAsked): SurveyDue[] {
  const weeks = weekCount(course, schedule);
  const over = isOver({ schedule, weeks, now });
  return (course.surveys ?? []).flatMap(({ id, wave }) => {
    const response = own.find(({ activity }) => activity === id);
    if (response?.sent || wave === 'screening' || (over && wave === 'foer')) return [];
    const due = dueDayOf(wave, { schedule, lastWeek: weeks });
    const begun = response ? addDays(dayOf(response.startedAt), DAYS_TO_FINISH) : '';
    const day = begun > due ? begun : due;
    return day === '' ? [] : [{ id, day }];
  });
}
