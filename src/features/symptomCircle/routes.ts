import { randomBytes } from 'node:crypto';
import type { Courses } from '../../content/course.ts';
import type { Clock } from '../../domain/clock.ts';
import type { FormFault, Wrong } from '../../forms/faults.ts';
import { postOwnForm, type OwnPlace } from '../../forms/ownForm.ts';
import { hiddenOf } from '../../forms/shown.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { KeepTokens } from '../../forms/keepTokens.ts';
import type { OwnNote, OwnNotes } from '../../forms/ownNotes.ts';
import type { Responses } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';
import { planToday } from '../../activities/handleplan/index.ts';
import { courseIn } from '../../content/find.ts';
import { circlePage, circlePath, circlesPath, indexPage, stepPage, stepPath } from './page.ts';
import { circlePlace } from './place.ts';
import { CIRCLE, circleOf } from './signs.ts';
import { roomPath } from '../../http/roomPath.ts';

export interface CircleDeps {
  symptomCircles: OwnNotes;
  courses: Courses;
  responses: Responses;
  keepTokens: KeepTokens;
  clock: Clock;
}

/**
 * The symptom circle: a form in three steps, and the picture they make. A person may make any number of circles, and
 * each is kept.
 */
export function circleRoutes(deps: CircleDeps): RoomRoute[] {
  const read = { method: 'get', action: 'keepDiary' } as const;
  const write = { method: 'post', action: 'keepDiary' } as const;
  const circle = `/${CIRCLE}/:circle`;
  return [
    { ...read, path: `/${CIRCLE}`, handle: (visit) => showIndex(deps, visit) },
    {
      ...read,
      path: `/${CIRCLE}/ny`,
      // Nothing is stored before the first step is saved.
      handle: ({ viewer, res }) => res.redirect(303, stepPath(viewer, randomBytes(9).toString('base64url'), 1)),
    },
    { ...read, path: circle, handle: (visit) => showCircle(deps, visit) },
    { ...read, path: `${circle}/trin/:step`, handle: (visit) => openStep(deps, visit) },
    { ...write, path: `${circle}/trin/:step`, handle: (visit) => postStep(deps, visit) },
    { ...read, path: `${circle}/slet`, handle: (visit) => askToRemove(deps, visit) },
    { ...write, path: `${circle}/slet`, handle: (visit) => remove(deps, visit) },
  ];
}

function placeAt(deps: CircleDeps, { viewer, req }: Visit): OwnPlace {
  const place = circlePlace(deps, viewer, String(req.params['circle']));
  if (!place) throw new Problem('not-found');
  return place;
}

function stepIn({ req }: Visit): number {
  const step = ['1', '2', '3'].indexOf(String(req.params['step'])) + 1;
  if (step === 0) throw new Problem('not-found');
  return step;
}

async function showIndex({ symptomCircles }: CircleDeps, { viewer, req, res }: Visit): Promise<void> {
  const notes = await symptomCircles.ofPerson(viewer.room, viewer.person);
  const isRemoved = req.query['slettet'] !== undefined;
  res.render('symptomCircle/index', indexPage({ viewer, notes, isRemoved }));
}

function noticesNothing(note: OwnNote | undefined): boolean {
  return circleOf(note?.draft ?? {}, 'da').noticed.length === 0;
}

async function openStep(deps: CircleDeps, visit: Visit): Promise<void> {
  const { of, notes } = placeAt(deps, visit);
  const [step, note] = [stepIn(visit), await notes.get(of)];
  if (step > 1 && noticesNothing(note)) visit.res.redirect(303, stepPath(visit.viewer, of.part, 1));
  else showStep(deps, visit, { id: of.part, step, note });
}

interface Shown {
  id: string;
  step: number;
  note: OwnNote | undefined;
  wrong?: Wrong | undefined;
}

function showStep(deps: CircleDeps, { viewer, req, res }: Visit, shown: Shown): void {
  const { toolbox = deps.courses.da.toolbox } = courseIn(deps.courses, viewer.language);
  const hidden = hiddenOf(deps.keepTokens, viewer, CIRCLE);
  const justSaved = !shown.wrong && req.query['gemt'] !== undefined;
  const page = stepPage({ ...shown, viewer, hidden, toolbox, justSaved });
  res.status(shown.wrong ? 422 : 200).render('forms/step', page);
}

async function postStep(deps: CircleDeps, visit: Visit): Promise<void> {
  const step = stepIn(visit);
  const { viewer, res } = visit;
  const place = placeAt(deps, visit);
  const id = place.of.part;
  const posted = await postOwnForm(visit, place);
  if (!posted) return;
  const { note, form } = posted;
  const wrong = posted.wrong ?? (form.intent === 'next' && noticesNothing(note) ? nothingNoticed : undefined);
  if (wrong) {
    showStep(deps, visit, { id, step: noticesNothing(note) ? 1 : step, note, wrong });
    return;
  }
  if (form.intent === 'save') res.redirect(303, `${stepPath(viewer, id, step)}?gemt`);
  else if (form.intent === 'back') res.redirect(303, step > 1 ? stepPath(viewer, id, step - 1) : circlesPath(viewer));
  else res.redirect(303, step < 3 ? stepPath(viewer, id, step + 1) : circlePath(viewer, id));
}

const nothingNoticed: Wrong = {
  faults: new Map<string, FormFault>([['maerker', { cause: 'missing' }]]),
  unplacedTexts: [],
};

async function showCircle(deps: CircleDeps, visit: Visit): Promise<void> {
  const { viewer, res } = visit;
  const { of, notes } = placeAt(deps, visit);
  const note = await notes.get(of);
  if (!note) throw new Problem('not-found');
  if (noticesNothing(note)) {
    res.redirect(303, stepPath(viewer, of.part, 1));
    return;
  }
  const own = await deps.responses.ofPerson(viewer.room, viewer.person);
  const plan = planToday({ own, room: viewer.room, now: deps.clock() });
  const planHref = plan?.href ?? roomPath(viewer.room, '/handleplaner');
  res.render('symptomCircle/circle', circlePage({ viewer, note, planHref }));
}

async function askToRemove(deps: CircleDeps, visit: Visit): Promise<void> {
  const { viewer, res } = visit;
  const { of, notes } = placeAt(deps, visit);
  if (!(await notes.get(of))) throw new Problem('not-found');
  const { removing } = texts[viewer.language].symptomCircle;
  const path = circlePath(viewer, of.part);
  res.render('diary/remove', { ...removing, explanation: removing.text, action: `${path}/slet`, back: path });
}

async function remove(deps: CircleDeps, visit: Visit): Promise<void> {
  const { of, notes } = placeAt(deps, visit);
  await notes.remove(of);
  visit.res.redirect(303, `${circlesPath(visit.viewer)}?slettet`);
}
