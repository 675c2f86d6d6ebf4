import type { ActivityReader, KindReaders, SurveysReader } from '../content/reading/activityReader.ts';
import type { Activity, Courses } from '../content/course.ts';
import { findActivity } from '../content/find.ts';
import type { ActivityKind } from '../domain/answers.ts';
import type { RoomRoute, Visit } from '../http/route.ts';
import type { Stepping } from './engine/stepping.ts';
import { cardSort } from './cardSort/kind.ts';
import { handleplan } from './handleplan/kind.ts';
import type { Kind, KindDeps } from './kind.ts';
import { prep } from './prep/kind.ts';
import { scenario } from './scenario/kind.ts';
import { survey } from './survey/kind.ts';

/** Every kind of activity. To add one, add its folder and a line here: docs/adding-an-activity.md. */
export const kinds: readonly Kind[] = [prep, scenario, handleplan, survey, cardSort];

const byName: ReadonlyMap<ActivityKind, Kind> = new Map(kinds.map((kind) => [kind.name, kind]));

export function kindOf({ kind }: Pick<Activity, 'kind'>): Kind {
  const found = byName.get(kind);
  // Only the kinds read packages, so every activity in a package is of one of these kinds.
  if (!found) throw new Error(`no kind of activity is called ${kind}`);
  return found;
}

/** How an activity's steps behave; undefined if it does not consist of steps. */
export function steppingOf(activity: Activity): Stepping | undefined {
  return kindOf(activity).stepping;
}

/** For routes below `/aktivitet/:activity`, which all kinds share: whether the activity's kind meets a condition. */
export function isOfKind(courses: Courses, is: (kind: Kind) => boolean): (visit: Visit) => boolean {
  return ({ req }) => {
    const activity = findActivity(courses.da, String(req.params['activity']));
    return activity !== undefined && is(kindOf(activity));
  };
}

export function kindRoutes(deps: KindDeps): RoomRoute[] {
  return kinds.flatMap((kind) => kind.routes(deps));
}

/** The readers of all kinds, for the code that reads packages. */
export const readers: KindReaders = {
  modules: new Map(
    kinds.flatMap(({ name, file }): [ActivityKind, ActivityReader][] =>
      file.namedBy === 'module' ? [[name, file.read]] : [],
    ),
  ),
  surveys: async (...about) => {
    const read = kinds.flatMap(({ file }): SurveysReader[] => (file.namedBy === 'course' ? [file.read] : []));
    return (await Promise.all(read.map((one) => one(...about)))).flat();
  },
};
