import type { Courses } from '../../content/course.ts';
import { weekCount } from '../../content/rhythm.ts';
import { isAbsenceReason } from '../../domain/absence.ts';
import type { Absences } from './store.ts';
import type { Clock } from '../../domain/clock.ts';
import { webinarsAhead } from '../../domain/schedule.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { dayOf } from '../../domain/week.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { courseIn } from '../../content/find.ts';
import { absencePage } from './page.ts';
import { fieldIn } from '../../http/fieldIn.ts';
import { roomPath } from '../../http/roomPath.ts';

export interface AbsenceDeps {
  courses: Courses;
  schedules: Schedules;
  absences: Absences;
  clock: Clock;
}

const PATH = '/fravaer';

/** Lets a participant say that they cannot come to the next webinar, and why, or that they can after all. */
export function absenceRoutes(deps: AbsenceDeps): RoomRoute[] {
  return [
    { method: 'get', path: PATH, action: 'reportAbsence', handle: (visit) => showForm(deps, visit, false) },
    { method: 'post', path: PATH, action: 'reportAbsence', handle: (visit) => tell(deps, visit) },
    {
      method: 'post',
      path: `${PATH}/fortryd`,
      action: 'reportAbsence',
      handle: async (visit) => {
        const next = await comingWebinar(deps, visit.viewer);
        if (next && next.day === fieldIn(visit.req, 'webinar')) await deps.absences.undo(next);
        visit.res.redirect(303, roomPath(visit.viewer.room, '/#webinar'));
      },
    },
  ];
}

/** What the front page says about the viewer and the next webinar; undefined if there is none. */
export async function webinarAbsence(deps: AbsenceDeps, viewer: Viewer) {
  const next = await comingWebinar(deps, viewer);
  if (!next) return undefined;
  const href = roomPath(viewer.room, PATH);
  return { told: (await deps.absences.get(next)) !== undefined, href, undo: `${href}/fortryd`, webinar: next.day };
}

/** The next or current webinar: the one that a participant may be absent from. */
async function comingWebinar({ courses, schedules, clock }: AbsenceDeps, { room, person, language }: Viewer) {
  const schedule = await schedules.of(room);
  const [next] = webinarsAhead(schedule, weekCount(courseIn(courses, language), schedule), clock());
  return next && { room, person, day: dayOf(next.begins), begins: next.begins };
}

async function showForm(deps: AbsenceDeps, { viewer, res }: Visit, isRefused: boolean): Promise<void> {
  const next = await comingWebinar(deps, viewer);
  const told = next && (await deps.absences.get(next));
  if (isRefused) res.status(422);
  res.render('absence/form', absencePage({ viewer, next, reason: told?.reason, isRefused }));
}

async function tell(deps: AbsenceDeps, visit: Visit): Promise<void> {
  const { viewer, res } = visit;
  const next = await comingWebinar(deps, viewer);
  // A form left open until the webinar was over is about a past day; the next webinar is shown instead.
  if (!next || next.day !== fieldIn(visit.req, 'webinar')) {
    res.redirect(303, roomPath(viewer.room, PATH));
    return;
  }
  const reason = fieldIn(visit.req, 'grund');
  if (!isAbsenceReason(reason)) {
    await showForm(deps, visit, true);
    return;
  }
  await deps.absences.tell(next, reason);
  res.redirect(303, roomPath(viewer.room, '/#webinar'));
}
