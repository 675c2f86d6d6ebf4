import { can } from '../../http/actions.ts';
import { Problem } from '../../http/problem.ts';
import type { RoomRoute, Visit } from '../../http/route.ts';
import type { Person } from '../../rooms/rooms.ts';
import { texts } from '../../text/texts.ts';
import { allPlansPage, followedUp } from './allPlansPage.ts';
import { instructorPage, sharersIn } from './instructorPage.ts';
import { isFirst, placeOf, type PlanVisit, type PlanDeps } from './place.ts';
import { planOf } from './plan/plan.ts';
import { postStep } from './making/postStep.ts';
import { showStep } from './making/showStep.ts';
import { isFollowUp, resumeAt, stepNamed, type PlanStep } from './making/steps.ts';
import { instructorKey, isCoursePlan, isPlan, plansOf } from './plan/subject.ts';
import { stepPath } from '../addresses.ts';
import { keptThanks } from '../onward.ts';
import { dayOf, weekNumberOf } from '../../domain/week.ts';

export type { PlanDeps } from './place.ts';

const BASE = '/aktivitet/:activity';

/**
 * The pages for plans: making and following one's own, an overview of one's own, and the plans that the instructor may
 * read.
 */
export function handleplanRoutes(deps: PlanDeps): RoomRoute[] {
  const own = { action: 'makePlan', applies: isPlan(deps.courses) } as const;
  return [
    {
      ...own,
      action: 'answerActivity',
      method: 'get',
      path: BASE,
      handle: async (visit) => goOn(visit, await placeOf(deps, visit)),
    },
    {
      ...own,
      action: 'readAnswers',
      reads: 'free-text',
      applies: isCoursePlan(deps.courses),
      method: 'get',
      path: BASE,
      handle: (visit) => showShared(deps, visit),
    },
    { ...own, method: 'get', path: `${BASE}/trin/:step`, handle: (visit) => openStep(deps, visit) },
    {
      ...own,
      method: 'post',
      path: `${BASE}/trin/:step`,
      handle: async (visit) => postStep(deps, visit, { place: await placeOf(deps, visit), step: stepIn(visit) }),
    },
    { ...own, method: 'get', path: `${BASE}/vis`, handle: (visit) => showToClass(deps, visit) },
    {
      method: 'get',
      path: '/handleplaner',
      action: 'makePlan',
      applies: ({ viewer }) => plansOf(deps.courses, viewer.language).length > 0,
      handle: (visit) => showAllPlans(deps, visit),
    },
  ];
}

function stepIn({ req }: Visit): PlanStep {
  const step = stepNamed(String(req.params['step']));
  if (!step) throw new Problem('not-found');
  return step;
}

/** Redirects to where the person left off: a step of an unfinished plan, or the week's page. */
function goOn({ viewer, req, res }: Visit, place: PlanVisit): void {
  const { subject, response } = place;
  const step = response?.completedAt ? 'uge' : resumeAt(response?.step, { isFirst: isFirst(place) });
  res.redirect(303, stepPath(viewer, subject.id, step) + keptThanks(req));
}

async function openStep(deps: PlanDeps, visit: Visit): Promise<void> {
  const step = stepIn(visit);
  const place = await placeOf(deps, visit);
  if ((isFollowUp(step) || step === 'lettere') && !place.response?.completedAt) {
    goOn(visit, place);
    return;
  }
  if (step === 'uge') Object.assign(visit.res.locals, { instructors: await plansForClass(deps, visit, place) });
  await showStep(deps, visit, { place, step });
}

async function showAllPlans(deps: PlanDeps, { viewer, res }: Visit): Promise<void> {
  const own = await deps.responses.ofPerson(viewer.room, viewer.person);
  res.render('handleplan/all', allPlansPage({ courses: deps.courses, viewer, own, today: dayOf(deps.clock()) }));
}

async function showShared(deps: PlanDeps, visit: Visit): Promise<void> {
  const { viewer, req, res, noteInAuditLog } = visit;
  const { subject, response } = await placeOf(deps, visit);
  const [responses, people] = await Promise.all([
    deps.responses.list(viewer.room, subject.id),
    deps.rooms.people(viewer.room),
  ]);
  const today = dayOf(deps.clock());
  const { fra } = req.query;
  const from = typeof fra === 'string' && /^\d{1,6}$/.test(fra) ? Number(fra) : 0;
  await noteInAuditLog({ kind: 'plans', activity: subject.id, whose: sharersIn(responses, people) });
  res.render('handleplan/shared', instructorPage({ subject, viewer, responses, people, own: response, today, from }));
}

/** Shows the instructor's own plan alone, large enough for a shared screen. */
async function showToClass(deps: PlanDeps, visit: Visit): Promise<void> {
  const { plan, response, subject, wording } = await placeOf(deps, visit);
  if (!response?.completedAt) {
    visit.res.redirect(303, stepPath(visit.viewer, subject.id, 'begynd'));
    return;
  }
  const text = texts[visit.viewer.language].handleplan;
  const title = plan.week === '' ? subject.content.title : text.week.title(weekNumberOf(plan.week));
  visit.res.render('handleplan/show', {
    title,
    ...followedUp(plan, wording, text),
    back: stepPath(visit.viewer, subject.id, 'uge'),
  });
}

/** Plans of the same week that instructors show to the class. */
async function plansForClass(deps: PlanDeps, { viewer }: Visit, { subject, wording }: PlanVisit) {
  if (subject.week !== '' || !can(viewer.role, 'answerActivity')) return [];
  const people = await deps.rooms.people(viewer.room);
  const teaches = (person: string) => people.some((one: Person) => one.id === person && one.role === 'instructor');
  const responses = await deps.responses.list(viewer.room, instructorKey(subject.id));
  return responses.flatMap(({ person, sent }) => {
    if (!sent || planOf(sent).reader !== 'hold' || !teaches(person)) return [];
    return [followedUp(planOf(sent), wording, texts[viewer.language].handleplan)];
  });
}
