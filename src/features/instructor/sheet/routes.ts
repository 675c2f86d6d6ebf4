import { courseIn } from '../../../content/find.ts';
import type { Course, RunningSheets } from '../../../content/course.ts';
import type { Language, Viewer } from '../../../domain/viewer.ts';
import { Problem } from '../../../http/problem.ts';
import { roomPath } from '../../../http/roomPath.ts';
import type { RoomRoute, Visit } from '../../../http/route.ts';
import { cameFrom } from '../../../http/places.ts';
import { briefPath } from '../brief/addresses.ts';
import { moduleIn, type BriefDeps } from '../brief/gather.ts';
import { sheetPage } from './sheetPage.ts';

type SheetDeps = Pick<BriefDeps, 'courses' | 'schedules' | 'clock'>;

/** The running sheet of a module's webinar, and the guide for all webinars. Neither contains anything about people. */
export function sheetRoutes(deps: SheetDeps): RoomRoute[] {
  const prepare = { method: 'get', action: 'prepareWebinar' } as const;
  return [
    { ...prepare, path: '/webinar/:modul/koereplan', handle: (visit) => showSheet(deps, visit) },
    { ...prepare, path: '/instruktoerhjaelp', handle: (visit) => showGuide(deps, visit) },
  ];
}

/** Address of a module's sheet; undefined if the course has none. */
export function sheetPathOf({ courses }: Pick<SheetDeps, 'courses'>, viewer: Viewer, module: string) {
  const has = sheetsIn(courses, viewer.language)?.own.sheets.some((sheet) => sheet.module === module);
  return has ? `${briefPath(viewer, module)}/koereplan` : undefined;
}

/** What to do with hard messages, and three replies to use; empty if the course has none. */
export function guidePathOf(course: Pick<Course, 'runningSheets'>, viewer: Viewer): string {
  return course.runningSheets ? `${guidePath(viewer)}#svaere-beskeder` : '';
}

async function showSheet(deps: SheetDeps, visit: Visit): Promise<void> {
  const { viewer, res } = visit;
  const module = moduleIn(deps, visit);
  const found = sheetsIn(deps.courses, viewer.language);
  const sheet = found?.own.sheets.find((one) => one.module === module.id);
  if (!found || !sheet) throw new Problem('not-found');
  const schedule = await deps.schedules.of(viewer.room);
  const course = courseIn(deps.courses, viewer.language);
  res.render('instructor/runningSheet', {
    ...sheetPage({ course, module, sheet, schedule, now: deps.clock(), language: viewer.language }),
    lang: found.lang,
    back: briefPath(viewer, module.id),
    guideHref: guidePath(viewer),
  });
}

function showGuide({ courses }: SheetDeps, { viewer, req, res }: Visit): void {
  const found = sheetsIn(courses, viewer.language);
  if (!found) throw new Problem('not-found');
  const from = cameFrom(req, roomPath(viewer.room));
  const back = from?.startsWith(roomPath(viewer.room, '/webinar/')) ? from : roomPath(viewer.room, '/webinar');
  res.render('instructor/guide', { ...found.own.guide, lang: found.lang, back });
}

function guidePath({ room }: Viewer): string {
  return roomPath(room, '/instruktoerhjaelp');
}

/** The sheets in this language; in Danish, and marked as such, if they have not been translated. */
function sheetsIn(courses: SheetDeps['courses'], language: Language): { own: RunningSheets; lang: string } | undefined {
  const own = courseIn(courses, language).runningSheets;
  if (own) return { own, lang: '' };
  const danish = courses.da.runningSheets;
  return danish && { own: danish, lang: 'da' };
}
