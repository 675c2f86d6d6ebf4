import type { Module } from '../../../content/course.ts';
import type { RoomRoute, Visit } from '../../../http/route.ts';
import { texts } from '../../../text/texts.ts';
import { briefPath } from '../brief/addresses.ts';
import { moduleIn, readable, type BriefDeps } from '../brief/gather.ts';
import { showable } from '../brief/stars.ts';
import { prepOf, scenarioOf } from '../brief/module.ts';
import { isOpeningId, openings, type Opening } from '../brief/openings.ts';
import { plansFollowed } from '../brief/plans.ts';
import { recognised } from '../brief/recognised.ts';
import { chosenIdeas } from '../../ideas/index.ts';
import { ideaSlides, slidesOf, type Slide } from './slides.ts';

/**
 * What the instructor shows on a shared screen. A page announces each answer, which appears at the next press; a
 * figure, being nobody's, appears at once. Each page shows only what participants let others read at that moment.
 */
export function presentRoutes(deps: BriefDeps): RoomRoute[] {
  const show = { action: 'prepareWebinar', method: 'get' } as const;
  return [
    { ...show, path: '/webinar/:modul/vis', handle: (visit) => showStart(deps, visit) },
    { ...show, path: '/webinar/:modul/vis/:slide', handle: (visit) => showSlide(deps, visit, false) },
    {
      ...show,
      reads: 'free-text',
      path: '/webinar/:modul/vis/:slide/aaben',
      handle: (visit) => showSlide(deps, visit, true),
    },
  ];
}

/** An opening of the agenda: the course's own words, so no page announces it. */
async function showOpening(deps: BriefDeps, visit: Visit, opening: Opening): Promise<void> {
  const { viewer, res } = visit;
  const module = moduleIn(deps, visit);
  const back = briefPath(viewer, module.id);
  const text = texts[viewer.language].instructor.present;
  const [first] = await slidesIn(deps, visit, module);
  res.render('instructor/present', {
    ...LAYOUT,
    title: opening.heading,
    opening: opening.screen,
    next: first ? { href: pathTo(`${back}/vis`, first), label: text.toChosen } : { href: back, label: text.end },
    back,
  });
}

async function openingOf(deps: BriefDeps, { viewer, req }: Visit, module: Module): Promise<Opening | undefined> {
  if (!isOpeningId(req.params['slide'])) return undefined;
  const [sent, plans] = await Promise.all([readable(deps, viewer.room, module), plansFollowed(deps, viewer, module)]);
  const [prep, scenario] = [prepOf(module), scenarioOf(module)];
  const all = openings({
    prep,
    sent: sent.sentTo(prep?.id ?? ''),
    people: scenario ? recognised(scenario, sent.sentTo(scenario.id)) : [],
    hasStuckPlans: (plans?.stuck ?? 0) > 0,
    language: viewer.language,
  });
  return all.find(({ id }) => id === req.params['slide']);
}

const LAYOUT = { layout: 'instructor/screen' };

/** What the instructor has chosen: answers and figures of the module, then ideas from the class. */
async function slidesIn(deps: BriefDeps, { viewer }: Visit, module: Module): Promise<Slide[]> {
  const [stars, sent, ideas] = await Promise.all([
    deps.instructorNotes.stars(viewer),
    readable(deps, viewer.room, module),
    chosenIdeas(deps.ideas, viewer.room),
  ]);
  return [...slidesOf(showable(stars, module, sent), sent, viewer.language), ...ideaSlides(ideas, viewer.language)];
}

async function showStart(deps: BriefDeps, visit: Visit): Promise<void> {
  const { viewer, req, res } = visit;
  const module = moduleIn(deps, visit);
  const slides = await slidesIn(deps, visit, module);
  const text = texts[viewer.language].instructor.present;
  const back = briefPath(viewer, module.id);
  const [first] = slides;
  res.render('instructor/present', {
    ...LAYOUT,
    title: module.title,
    isStart: true,
    count: text.count(slides.length),
    isGone: req.query['vaek'] !== undefined,
    next: first && { href: pathTo(`${back}/vis`, first), label: text.begin },
    back,
  });
}

async function showSlide(deps: BriefDeps, visit: Visit, isOpen: boolean): Promise<void> {
  const { viewer, req, res } = visit;
  const module = moduleIn(deps, visit);
  const opening = await openingOf(deps, visit, module);
  if (opening) return showOpening(deps, visit, opening);
  const slides = await slidesIn(deps, visit, module);
  const back = briefPath(viewer, module.id);
  const start = `${back}/vis`;
  const index = slides.findIndex(({ id }) => id === req.params['slide']);
  const slide = slides[index];
  // The answer has been taken back, made private, changed or unstarred since.
  if (!slide) {
    res.redirect(303, `${start}?vaek`);
    return;
  }
  if (isOpen) await visit.noteInAuditLog({ kind: 'answers', activity: slide.activity, whose: slide.whose });
  const text = texts[viewer.language].instructor.present;
  const [previous, following] = [slides[index - 1], slides[index + 1]];
  const after = following ? { href: pathTo(start, following), label: text.next } : { href: start, label: text.end };
  const before = previous ? openPath(start, previous) : start;
  const closed = slide.text === '' ? before : closedPath(start, slide);
  res.render('instructor/present', {
    ...LAYOUT,
    title: text.position(index + 1, slides.length),
    slide,
    isOpen,
    next: isOpen ? after : { href: openPath(start, slide), label: text.open },
    previous: { href: isOpen ? closed : before, label: text.previous },
    back,
  });
}

/** The address by which a slide is reached: its announcement, or the slide itself if it is a figure. */
function pathTo(start: string, slide: Slide): string {
  return slide.text === '' ? openPath(start, slide) : closedPath(start, slide);
}

/** The page that announces it. */
function closedPath(start: string, { id }: Slide): string {
  return `${start}/${id}`;
}

function openPath(start: string, slide: Slide): string {
  return `${closedPath(start, slide)}/aaben`;
}
