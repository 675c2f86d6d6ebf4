import type { Activity, Course, Courses, SteppedActivity, SurveyActivity } from '../content/course.ts';
import type { ActivityKind } from '../domain/answers.ts';
import type { Language } from '../domain/viewer.ts';
import type { Visit } from '../http/route.ts';

/** The course in this language; in Danish where the package has no other. */
export const courseIn = (courses: Courses, language: Language): Course => courses[language] ?? courses.da;

/**
 * All activities in course order: the survey before the course, the modules, the later surveys. Not the screening, which
 * is no part of a course that someone is on.
 */
export const activitiesOf = (course: Course): Activity[] => {
  const { before, later } = surveysOf(course);
  return [...before, ...course.modules.flatMap((module) => module.activities), ...later];
};

export interface Surveys {
  /** Asked when someone is considered for the course; shown only where it is used. */
  screening: SurveyActivity[];
  before: SurveyActivity[];
  later: SurveyActivity[];
}

/** The surveys, as they lie around the modules. */
export const surveysOf = ({ surveys = [] }: Course): Surveys => ({
  screening: surveys.filter(({ wave }) => wave === 'screening'),
  before: surveys.filter(({ wave }) => wave === 'foer'),
  later: surveys.filter(({ wave }) => wave === 'efter' || wave === '3-maaneder'),
});

/** The survey that is answered when the course is long over; undefined where the course has none. */
export const followUpOf = ({ surveys = [] }: Course): SurveyActivity | undefined =>
  surveys.find(({ wave }) => wave === '3-maaneder');

export const findActivity = (course: Course, id: string): Activity | undefined =>
  [...activitiesOf(course), ...surveysOf(course).screening].find((activity) => activity.id === id);

/** For routes below `/aktivitet/:activity`: whether the activity is of this kind. Several kinds share these paths. */
export const ofKind =
  (courses: Courses, kind: ActivityKind) =>
  ({ req }: Visit): boolean =>
    findActivity(courses.da, String(req.params['activity']))?.kind === kind;

/** The activity, where it is of a kind that is made of steps. */
export const steppedOf = (activity: Activity): SteppedActivity | undefined =>
  'steps' in activity ? activity : undefined;
