import type { Activity, Course, Courses } from '../../../content/course.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { Visit } from '../../../http/route.ts';
import type { ResponseKey } from '../../../responses/responses.ts';
import { texts } from '../../../text/texts.ts';
import { activitiesOf, courseIn, everyActivity, findActivity } from '../../../content/find.ts';
import { isHandleplan, type HandleplanActivity } from './activity.ts';
import { type Day, isMonday } from '../../../domain/week.ts';
import { roomPath } from '../../../http/roomPath.ts';

/** A plan's identity: it belongs to a week of the course, or the person makes it besides or after the course. */
export interface Subject {
  /** As in the address. */
  id: string;
  /** The words around it. */
  content: HandleplanActivity;
  /** The Monday of a plan of one's own; empty if the person chooses the week. */
  week: Day;
  /** Where its answers are stored. */
  key: ResponseKey;
  /** Who may be given permission to read it. */
  reader: '' | 'instruktoer' | 'hold';
}

const OWN = /^handleplan-(\d{4}-\d\d-\d\d)$/;

/** An instructor's plan is separate from the class's: it is not counted and gives no grade. */
const INSTRUCTOR = '.instruktoer';

/** Id, in addresses and answers, of a plan made besides or after the course. @param monday of its week */
export function ownPlanId(monday: Day): string {
  return `handleplan-${monday}`;
}

/** The id in the address of the plan that a response belongs to. */
export function planIdOf(activity: string): string {
  return activity.replace(INSTRUCTOR, '');
}

/** The Monday in the id of a person's own plan; empty for any other id. */
export function weekOfOwn(id: string): Day {
  const monday = OWN.exec(id)?.[1] ?? '';
  return isMonday(monday) ? monday : '';
}

export function instructorKey(id: string): string {
  return id + INSTRUCTOR;
}

/** For routes below `/aktivitet/:activity`: whether the id is that of a plan, of the course or of the person's own. */
export function isPlan(courses: Courses) {
  return (visit: Pick<Visit, 'req'>): boolean =>
    isCoursePlan(courses)(visit) || (weekOfOwn(idIn(visit)) !== '' && plansOf(courses, 'da').length > 0);
}

export function isCoursePlan(courses: Courses) {
  return (visit: Pick<Visit, 'req'>): boolean => {
    const activity = findActivity(courses.da, idIn(visit));
    return activity !== undefined && isHandleplan(activity);
  };
}

function idIn({ req }: Pick<Visit, 'req'>): string {
  return String(req.params['activity']);
}

/** The course's plans in course order; an empty list in one is taken from the one before it. */
export function plansOf(courses: Courses, language: Viewer['language']): HandleplanActivity[] {
  return plansAmong(activitiesOf(courseIn(courses, language)));
}

function plansAmong(activities: readonly Activity[]): HandleplanActivity[] {
  const plans: HandleplanActivity[] = [];
  for (const activity of activities) {
    if (!isHandleplan(activity)) continue;
    const { examples, easier, ideas } = activity;
    const before = plans.at(-1);
    plans.push({
      ...activity,
      examples: examples.length > 0 ? examples : (before?.examples ?? []),
      easier: easier.length > 0 ? easier : (before?.easier ?? []),
      ideas: ideas.length > 0 ? ideas : (before?.ideas ?? []),
    });
  }
  return plans;
}

/** Includes plans of other rhythms, since a plan that was made there is kept. */
function planWithId(courses: Courses, { language }: Viewer, id: string): HandleplanActivity | undefined {
  return plansAmong(everyActivity(courseIn(courses, language))).find((plan) => plan.id === id);
}

/** The ideas that a plan offers, its own or those of a plan before it. */
export function ideasOf(course: Course, id: string): HandleplanActivity['ideas'] {
  return plansAmong(everyActivity(course)).find((plan) => plan.id === id)?.ideas ?? [];
}

/** This viewer's plan with an id; undefined if there is none. */
export function subjectOf(courses: Courses, viewer: Viewer, id: string): Subject | undefined {
  const plans = plansOf(courses, viewer.language);
  const week = weekOfOwn(id);
  const content = week === '' ? planWithId(courses, viewer, id) : ownContent(plans.at(-1), viewer);
  if (!content) return undefined;
  const isInstructor = viewer.role === 'instructor';
  const activity = isInstructor ? instructorKey(id) : id;
  const reader = isInstructor ? 'hold' : 'instruktoer';
  return {
    id,
    content,
    week,
    key: { room: viewer.room, person: viewer.person, activity },
    reader: week === '' ? reader : '',
  };
}

function ownContent(last: HandleplanActivity | undefined, { language }: Viewer): HandleplanActivity | undefined {
  const { title, intro } = texts[language].handleplan.own;
  return last && { ...last, title, intro };
}

export function allPlansPath(viewer: Pick<Viewer, 'room'>): string {
  return roomPath(viewer.room, '/handleplaner');
}
