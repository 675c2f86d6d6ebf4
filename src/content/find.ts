import type { Activity, Course, Courses, SteppedActivity, SurveyActivity } from './course.ts';
import type { Language } from '../domain/viewer.ts';

/** The course in this language; in Danish where the package has no other. */
export function courseIn(courses: Courses, language: Language): Course {
return courses[language] ?? courses.da;
}

/**
 * All activities in course order: the survey before the course, the modules, the later surveys. Not the screening, which
 * is no part of a course that someone is on.
 */
export function activitiesOf(course: Course): Activity[] {
  const { before, later } = surveysOf(course);
  return [...before, ...course.modules.flatMap((module) => module.activities), ...later];
}

export interface Surveys {
  /** Asked when someone is considered for the course; shown only where it is used. */
  screening: SurveyActivity[];
  before: SurveyActivity[];
  later: SurveyActivity[];
}

/** The surveys, as they lie around the modules. */
export function surveysOf({ surveys = [] }: Course): Surveys {
return {
  screening: surveys.filter(({ wave }) => wave === 'screening'),
  before: surveys.filter(({ wave }) => wave === 'foer'),
  later: surveys.filter(({ wave }) => wave === 'efter' || wave === '3-maaneder'),
};
}

/** The survey that is answered when the course is long over; undefined where the course has none. */
export function followUpOf({ surveys = [] }: Course): SurveyActivity | undefined {
return surveys.find(({ wave }) => wave === '3-maaneder');
}

export function findActivity(course: Course, id: string): Activity | undefined {
return [...activitiesOf(course), ...surveysOf(course).screening].find((activity) => activity.id === id);
}

export function isStepped(activity: Activity): activity is SteppedActivity {
return activity.steps !== undefined;
}

/** The activity, where it is of a kind that is made of steps. */
export function steppedOf(activity: Activity): SteppedActivity | undefined {
return isStepped(activity) ? activity : undefined;
}
