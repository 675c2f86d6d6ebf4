import type { Activity, Course, Courses } from '../content/course.ts';
import type { Language } from '../domain/viewer.ts';

/** The course in this language; in Danish where the package has no other. */
export const courseIn = (courses: Courses, language: Language): Course => courses[language] ?? courses.da;

/** All activities in course order. */
export const activitiesOf = (course: Course): Activity[] => course.modules.flatMap((module) => module.activities);

export const findActivity = (course: Course, id: string): Activity | undefined =>
  activitiesOf(course).find((activity) => activity.id === id);
