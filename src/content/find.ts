import type { Activity, Course, Courses, SteppedActivity, SurveyActivity } from './course.ts';
import type { Language } from '../domain/viewer.ts';

/** The course in this language; in Danish if the package lacks the language. */
export function courseIn(courses: Courses, language: Language): Course {
  return courses[language] ?? courses.da;
}

/**
 * All activities in course order: the survey before the course, the modules, the later surveys. Without the screening,
 * which takes place before anyone is on the course.
 */
export function activitiesOf(course: Course): Activity[] {
  const { before, later } = surveysOf(course);
  return [...before, ...course.modules.flatMap((module) => module.activities), ...later];
}

/**
 * Every activity with a different id: those of the course, the screening, and those of other rhythms. An activity that
 * several rhythms share occurs once.
 */
export function everyActivity(course: Course): Activity[] {
  const all = withRepeated(course);
  const ids = all.map(({ id }) => id);
  return all.filter(({ id }, index) => ids.indexOf(id) === index);
}

function withRepeated(course: Course): Activity[] {
  const elsewhere = (course.elsewhere ?? []).flatMap((module) => module.activities);
  return [...activitiesOf(course), ...surveysOf(course).screening, ...elsewhere];
}

export interface Surveys {
  /** For people who are considered for the course; shown only if it is used. */
  screening: SurveyActivity[];
  before: SurveyActivity[];
  later: SurveyActivity[];
}

/** The surveys, by when they are answered relative to the modules. */
export function surveysOf({ surveys = [] }: Course): Surveys {
  return {
    screening: surveys.filter(({ wave }) => wave === 'screening'),
    before: surveys.filter(({ wave }) => wave === 'foer'),
    later: surveys.filter(({ wave }) => wave === 'efter' || wave === '3-maaneder'),
  };
}

/** The survey that is answered long after the course; undefined if the course has none. */
export function followUpOf({ surveys = [] }: Course): SurveyActivity | undefined {
  return surveys.find(({ wave }) => wave === '3-maaneder');
}

export function findActivity(course: Course, id: string): Activity | undefined {
  return withRepeated(course).find((activity) => activity.id === id);
}

export function isStepped(activity: Activity): activity is SteppedActivity {
  return activity.steps !== undefined;
}

/** The activity, if its kind consists of steps. */
export function steppedOf(activity: Activity): SteppedActivity | undefined {
  return isStepped(activity) ? activity : undefined;
}
