import type { Activity, Course, Courses, SurveyActivity } from '../content/course.ts';
import type { ActivityKind } from '../domain/answers.ts';
import type { Language } from '../domain/viewer.ts';
import type { Visit } from '../http/route.ts';

/** The course in this language; in Danish where the package has no other. */
export const courseIn = (courses: Courses, language: Language): Course => courses[language] ?? courses.da;

/** All activities in course order: the survey before the course, the modules, the later surveys. */
export const activitiesOf = (course: Course): Activity[] => {
  const { before, later } = surveysOf(course);
  return [...before, ...course.modules.flatMap((module) => module.activities), ...later];
};

/** The surveys, as they lie around the modules. */
export const surveysOf = ({ surveys = [] }: Course): { before: SurveyActivity[]; later: SurveyActivity[] } => ({
  before: surveys.filter(({ wave }) => wave === 'foer'),
  later: surveys.filter(({ wave }) => wave !== 'foer'),
});

export const findActivity = (course: Course, id: string): Activity | undefined =>
  activitiesOf(course).find((activity) => activity.id === id);

/** For routes below `/aktivitet/:activity`: whether the activity is of this kind. Several kinds share these paths. */
export const ofKind =
  (courses: Courses, kind: ActivityKind) =>
  ({ req }: Visit): boolean =>
    findActivity(courses.da, String(req.params['activity']))?.kind === kind;
