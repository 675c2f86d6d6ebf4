import { errorsOf } from '../../../forms/errors.ts';
import type { Wrong } from '../../../forms/faults.ts';
import { postOwnForm } from '../../../forms/ownForm.ts';
import { formModel, hiddenOf } from '../../../forms/shown.ts';
import { Problem } from '../../../http/problem.ts';
import type { RoomRoute, Visit } from '../../../http/route.ts';
import type { StarOf } from '../instructorNotes.ts';
import { texts } from '../../../text/texts.ts';
import { courseIn } from '../../../content/find.ts';
import type { Paging } from '../questionBlock.ts';
import { briefPage } from './briefPage.ts';
import { chosenIdeas } from '../../ideas/index.ts';
import { comingIn } from '../comingWebinar.ts';
import { plansFollowed } from './plans.ts';
import { briefPath } from './addresses.ts';
import { askedIn, gather, moduleIn, noteClass, readable, type BriefDeps } from './gather.ts';
import { notesPlace } from './notes.ts';
import { showable } from './stars.ts';
import { printPage } from './printPage.ts';
import { sheetPathOf } from '../sheet/routes.ts';

/** The instructor's page before a webinar: reading, starring, notes and printing. */
export function briefRoutes(deps: BriefDeps): RoomRoute[] {
  const prepare = { action: 'prepareWebinar' } as const;
  const reads = { reads: 'free-text' } as const;
  return [
    { ...prepare, method: 'get', path: '/webinar', handle: (visit) => goToComing(deps, visit) },
    {
      ...prepare,
      ...reads,
      method: 'get',
      path: '/webinar/:modul',
      handle: (visit) => showBrief(deps, visit, undefined),
    },
    { ...prepare, method: 'post', path: '/webinar/:modul', handle: (visit) => postBrief(deps, visit) },
    { ...prepare, ...reads, method: 'get', path: '/webinar/:modul/print', handle: (visit) => showPrint(deps, visit) },
  ];
}

async function goToComing(deps: BriefDeps, { viewer, res }: Visit): Promise<void> {
  const module = await comingIn(deps, viewer);
  if (!module) throw new Problem('not-found');
  res.redirect(303, briefPath(viewer, module.id));
}

async function showBrief(deps: BriefDeps, visit: Visit, wrong: Wrong | undefined): Promise<void> {
  const { viewer, req, res } = visit;
  const module = moduleIn(deps, visit);
  const course = courseIn(deps.courses, viewer.language);
  const place = notesPlace(deps, viewer, module.id);
  const [gathered, schedule, stars, since, note, replies, ideas] = await Promise.all([
    gather(deps, viewer, module),
    deps.schedules.of(viewer.room),
    deps.instructorNotes.stars(viewer),
    deps.instructorNotes.visit(viewer, module.id),
    place.notes.get(place.of),
    deps.replies.inRoom(viewer.room),
    chosenIdeas(deps.ideas, viewer.room),
  ]);
  await noteClass(visit, module, gathered);
  const plans = await plansFollowed(deps, viewer, module);
  const input = { course, module, viewer, schedule, now: deps.clock(), since, gathered, stars, plans, replies, ideas };
  const { language } = viewer;
  const form = formModel({ questions: place.questions, stored: note, wrong, language });
  res.status(wrong ? 422 : 200).render('instructor/brief', {
    ...briefPage({ ...input, paging: pagingIn(req.query) }),
    errors: errorsOf(place.questions, { wrong, words: texts[language].prep }),
    isSaved: req.query['gemt'] !== undefined && !wrong,
    sheetHref: sheetPathOf(deps, viewer, module.id),
    notes: {
      ...hiddenOf(deps.keepTokens, viewer, place.scope),
      ...form,
      action: req.originalUrl.replace(/[?&]gemt$/, ''),
      notSaved: texts[language].instructor.notes.notSaved,
    },
    unplacedTexts: wrong?.unplacedTexts,
  });
}

/** Which further answers a link asks for. */
export function pagingIn(query: Record<string, unknown>): Paging {
  const { spoergsmaal, fra } = query;
  return {
    question: typeof spoergsmaal === 'string' ? spoergsmaal : '',
    from: typeof fra === 'string' && /^\d{1,6}$/.test(fra) ? Number(fra) : 0,
  };
}

/** Every button also saves the notes, so that setting a star never loses a word. */
async function postBrief(deps: BriefDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const module = moduleIn(deps, visit);
  const posted = await postOwnForm(visit, notesPlace(deps, viewer, module.id));
  if (!posted) return;
  const starred = await changeStar(deps, visit);
  if (posted.wrong) return showBrief(deps, visit, posted.wrong);
  const path = briefPath(viewer, module.id);
  if (!starred) {
    res.redirect(303, `${path}?gemt#noter`);
    return;
  }
  const { question, person } = starred;
  const from = pagingIn(req.query);
  const page =
    from.question === question
      ? `?${new URLSearchParams({ spoergsmaal: question, fra: String(from.from) }).toString()}`
      : '';
  const at = person === '' ? question : `${question}.${person}`;
  res.redirect(303, `${path}${page || `?spoergsmaal=${question}`}#${at}`);
}

/** Sets or removes the star that was pressed. @throws {Problem} `not-found` for an answer that cannot be starred */
async function changeStar(deps: BriefDeps, visit: Visit): Promise<StarOf | undefined> {
  const { saet, fjern } = (visit.req.body ?? {}) as Record<string, unknown>;
  const pressed = typeof saet === 'string' ? saet : fjern;
  if (typeof pressed !== 'string') return undefined;
  const { viewer } = visit;
  const module = moduleIn(deps, visit);
  const [activity = '', question = '', person = '', seen = ''] = pressed.split('/');
  const star = { activity, question, person };
  const isAsked = askedIn(module).some((one) => one.activity.id === activity && one.question.id === question);
  if (!isAsked) throw new Problem('not-found');
  if (pressed === fjern) {
    await deps.instructorNotes.unstar(viewer, star);
    return star;
  }
  const sentAt = Number(seen) || 0;
  const isThere = showable([{ ...star, sentAt, id: '' }], module, await readable(deps, viewer.room, module)).length > 0;
  // Between reading and pressing, a participant may have taken the answer back or changed it: it is then not starred.
  if (isThere) await deps.instructorNotes.star(viewer, { ...star, sentAt });
  return star;
}

async function showPrint(deps: BriefDeps, visit: Visit): Promise<void> {
  const { viewer, res } = visit;
  const module = moduleIn(deps, visit);
  const course = courseIn(deps.courses, viewer.language);
  const [gathered, schedule, stars, note] = await Promise.all([
    gather(deps, viewer, module),
    deps.schedules.of(viewer.room),
    deps.instructorNotes.stars(viewer),
    deps.webinarNotes.get(notesPlace(deps, viewer, module.id).of),
  ]);
  const plans = await plansFollowed(deps, viewer, module);
  await noteClass(visit, module, gathered);
  const notes = note?.draft['noter'];
  res.render('instructor/print', {
    ...printPage({ course, module, viewer, schedule, now: deps.clock(), gathered, stars, plans, notes }),
    back: briefPath(viewer, module.id),
    heading: texts[viewer.language].instructor.print,
  });
}
