import type { Courses } from '../../../content/course.ts';
import type { Clock } from '../../../domain/clock.ts';
import { addDays, dayOf, isDay, mondayOf, type Day } from '../../../domain/week.ts';
import type { Wrong } from '../../../forms/faults.ts';
import { postOwnForm, type OwnPlace } from '../../../forms/ownForm.ts';
import { hiddenOf } from '../../../forms/shown.ts';
import { Problem } from '../../../http/problem.ts';
import type { RoomRoute, Visit } from '../../../http/route.ts';
import type { KeepTokens } from '../../../forms/keepTokens.ts';
import type { OwnNotes } from '../../../forms/ownNotes.ts';
import { texts } from '../../../text/texts.ts';
import { dayInWords } from '../../../text/times.ts';
import { DIARY, idsOf } from './entries.ts';
import { FRONT, MOOD_TODAY } from './today.ts';
import { fieldIn } from '../../../http/fieldIn.ts';
import { dayPage, dayPath, diaryPath, weekPage } from './page.ts';
import { moodPlace } from './place.ts';
import { roomPath } from '../../../http/roomPath.ts';

export interface MoodDeps {
  diaryWeeks: OwnNotes;
  courses: Courses;
  keepTokens: KeepTokens;
  clock: Clock;
}

/** The mood diary: today first, any earlier day, and each week as a picture. */
export function moodRoutes(deps: MoodDeps): RoomRoute[] {
  const own = { action: 'keepDiary' } as const;
  const read = { ...own, method: 'get' } as const;
  const day = `/${DIARY}/dag/:day`;
  return [
    { ...read, path: `/aktivitet/${DIARY}`, handle: ({ viewer, res }) => res.redirect(303, diaryPath(viewer)) },
    // Staff see no diary entries through this link.
    {
      method: 'get',
      path: `/aktivitet/${DIARY}`,
      action: 'openActivity',
      handle: ({ viewer, res }) => res.redirect(303, roomPath(viewer.room)),
    },
    { ...read, path: `/${DIARY}`, handle: (visit) => showDay(deps, visit, { day: dayOf(deps.clock()) }) },
    { ...read, path: `/${DIARY}/uge/:monday`, handle: (visit) => showWeek(deps, visit) },
    { ...read, path: day, handle: (visit) => showDay(deps, visit, { day: String(visit.req.params['day']) }) },
    { ...own, method: 'post', path: day, handle: (visit) => saveDay(deps, visit) },
    { ...read, path: `${day}/slet`, handle: (visit) => askToRemove(deps, visit) },
    { ...own, method: 'post', path: `${day}/slet`, handle: (visit) => removeDay(deps, visit) },
  ];
}

function placeAt(deps: MoodDeps, { viewer }: Visit, day: string): OwnPlace {
  const place = moodPlace(deps, viewer, day);
  if (!place) throw new Problem('not-found');
  return place;
}

async function showDay(
  deps: MoodDeps,
  visit: Visit,
  { day, wrong }: { day: Day; wrong?: Wrong | undefined },
): Promise<void> {
  const { viewer, req, res } = visit;
  const place = placeAt(deps, visit, day);
  const notes = await deps.diaryWeeks.ofPerson(viewer.room, viewer.person);
  const hidden = hiddenOf(deps.keepTokens, viewer, DIARY);
  const just = wrong ? undefined : justDone(req.query);
  const page = {
    ...dayPage({ viewer, day, today: dayOf(deps.clock()), notes, place, hidden, wrong, just }),
    toolHref: hasTool(deps) ? roomPath(viewer.room, `/vaerktoejskasse/${TOOL}`) : '',
  };
  res.status(wrong ? 422 : 200).render('diary/day', page);
}

/** The toolbox page about activity and mood. */
const TOOL = 'aktivitet-og-humoer';

function hasTool({ courses }: MoodDeps): boolean {
  return (courses.da.toolbox?.tools ?? []).some(({ id }) => id === TOOL);
}

function justDone(query: Record<string, unknown>): 'saved' | 'removed' | undefined {
  if (query['gemt'] !== undefined) return 'saved';
  return query['slettet'] === undefined ? undefined : 'removed';
}

async function saveDay(deps: MoodDeps, visit: Visit): Promise<void> {
  const day = String(visit.req.params['day']);
  const posted = await postOwnForm(visit, placeAt(deps, visit, day));
  if (!posted) return;
  const cameFromFront = fieldIn(visit.req, 'til') === FRONT;
  if (posted.wrong) await showDay(deps, visit, { day, wrong: posted.wrong });
  else if (cameFromFront) visit.res.redirect(303, roomPath(visit.viewer.room, `/#${MOOD_TODAY}`));
  else visit.res.redirect(303, `${dayPath(visit.viewer, day)}?gemt`);
}

async function showWeek(deps: MoodDeps, { viewer, req, res }: Visit): Promise<void> {
  const monday = String(req.params['monday']);
  const today = dayOf(deps.clock());
  if (!isDay(monday) || mondayOf(monday) !== monday || monday > today) throw new Problem('not-found');
  // Nobody has written before the course existed; links go no further back, and neither may addresses.
  if (monday < addDays(today, -10 * 366)) throw new Problem('not-found');
  const notes = await deps.diaryWeeks.ofPerson(viewer.room, viewer.person);
  res.render('diary/week', weekPage({ viewer, monday, today, notes }));
}

function askToRemove(deps: MoodDeps, visit: Visit): void {
  const { viewer, req, res } = visit;
  const day = String(req.params['day']);
  placeAt(deps, visit, day);
  const { removing } = texts[viewer.language].diary;
  const title = removing.title(dayInWords(day, viewer.language));
  const path = dayPath(viewer, day);
  res.render('diary/remove', { ...removing, title, explanation: removing.text, action: `${path}/slet`, back: path });
}

async function removeDay(deps: MoodDeps, visit: Visit): Promise<void> {
  const day = String(visit.req.params['day']);
  await deps.diaryWeeks.clear(placeAt(deps, visit, day).of, Object.values(idsOf(day)));
  visit.res.redirect(303, `${dayPath(visit.viewer, day)}?slettet`);
}
