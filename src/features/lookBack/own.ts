import { plansToTake, type PlanToTake } from '../../activities/handleplan/index.ts';
import { kindOf } from '../../activities/kinds.ts';
import type { Activity, Course, Courses } from '../../content/course.ts';
import { courseIn } from '../../content/find.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { OwnNotes } from '../../forms/ownNotes.ts';
import type { ActivityResponse, Responses } from '../../responses/responses.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { writtenDays, type DayEntry } from '../diary/index.ts';

export interface LookBackDeps {
  courses: Courses;
  responses: Responses;
  schedules: Pick<Schedules, 'of'>;
  diaryWeeks: OwnNotes;
  clock: Clock;
}

/** What a person has done and written on the course; collected for each page view, and stored nowhere. */
export interface Own {
  course: Course;
  schedule: Schedule;
  responses: ActivityResponse[];
  /** The latest week first. */
  plans: PlanToTake[];
  /** Earliest first. */
  days: DayEntry[];
  language: Viewer['language'];
  /** Milliseconds since 1970. */
  now: number;
}

export async function ownOf(deps: LookBackDeps, viewer: Viewer): Promise<Own> {
  const { courses, clock } = deps;
  const { room, person, language } = viewer;
  const now = clock();
  const [own, days, schedule] = await Promise.all([
    deps.responses.ofPerson(room, person),
    writtenDays(deps.diaryWeeks, viewer),
    deps.schedules.of(room),
  ]);
  const plans = plansToTake({ courses, own, language, now });
  return { course: courseIn(courses, language), schedule, responses: own, plans, days, language, now };
}

/** The person's own answers to these activities, including private ones. */
export function wordsIn(activities: readonly Activity[], { responses, language }: Own) {
  return activities.flatMap((activity) => {
    const response = responses.find((one) => one.activity === activity.id);
    return response ? kindOf(activity).takeAlong(activity, { answers: response.draft, language }) : [];
  });
}
