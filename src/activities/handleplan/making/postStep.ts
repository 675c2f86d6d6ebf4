import type { Answers } from '../../../domain/answers.ts';
import { blockingFaults, type FormFault, type Wrong } from '../../../forms/faults.ts';
import { isClean, isWrong, parsePosted, savedIn, type PostedForm } from '../../../forms/posted.ts';
import { answerSilently } from '../../../forms/silentSave.ts';
import type { Visit } from '../../../http/route.ts';
import { wantsJson } from '../../../http/wantsJson.ts';
import { answerOf, type FieldChange } from '../../../responses/merge.ts';
import { texts } from '../../../text/texts.ts';
import type { ActivityResponse, DraftChange } from '../../../responses/responses.ts';
import { tickIds } from '../plan/ids.ts';
import { carriedOver } from '../plan/history.ts';
import { isFirst, likelyWeek, questionsFor, withResponse, type PlanVisit, type PlanDeps } from '../place.ts';
import { isAhead, planOf } from '../plan/plan.ts';
import { sharedFollowUp, sharedPlan } from '../plan/sharing.ts';
import { showStep } from './showStep.ts';
import { changesOf, isWay, type Way } from './smaller.ts';
import { askedIn, isFollowUp, makingSteps, stepAfter, type PlanStep } from './steps.ts';
import { stepPath } from '../../addresses.ts';
import { fieldIn } from '../../../http/fieldIn.ts';
import { roomPath } from '../../../http/roomPath.ts';

interface Posted {
  place: PlanVisit;
  step: PlanStep;
  form: PostedForm;
}

/**
 * Handles a posted step: saves it whichever button was pressed, then moves on, or shows the step again with its faults
 * and everything that was written.
 */
export function postStep(deps: PlanDeps, visit: Visit, at: { place: PlanVisit; step: PlanStep }): Promise<void> {
  const posted = { ...at, form: withoutEarlyTicks(parsePosted(visit.req.body, at.place.questions), at.place) };
  if (wantsJson(visit.req)) return saveSilently(deps, visit, posted);
  if (isFollowUp(at.step)) return followUp(deps, visit, posted);
  return posted.form.intent === 'send' || wayIn(visit) ? send(deps, visit, posted) : move(deps, visit, posted);
}

/** Nothing can be done before the week begins: ticks set anyway are dropped, and the words beside them are kept. */
function withoutEarlyTicks(form: PostedForm, { plan, wording }: PlanVisit): PostedForm {
  return isAhead(plan, wording.today)
    ? { ...form, fields: form.fields.filter(({ question }) => !tickIds.includes(question)) }
    : form;
}

/** What a form changes in the draft. */
function changeOf({ form, place, step }: Posted, fields = form.fields): DraftChange {
  return {
    kind: 'handleplan',
    contentVersion: place.subject.content.version,
    step,
    fields,
    dropped: form.dropped,
  };
}

function isMade({ response }: PlanVisit): boolean {
  return (response?.completedAt ?? 0) > 0;
}

async function move(deps: PlanDeps, visit: Visit, posted: Posted): Promise<void> {
  const { form, place, step } = posted;
  const change = changeOf(posted, [...carried(posted), ...form.fields]);
  if (isWrong(form)) {
    const response = await deps.responses.saveDraft(place.subject.key, change);
    await showStep(deps, visit, { place: { ...place, ...withResponse(place, response) }, step, wrong: form });
    return;
  }
  const response = await deps.responses.saveDraft(place.subject.key, change);
  const missing = missingHere(posted, response.draft);
  if (missing.size > 0) {
    const wrong = { faults: missing, unplacedTexts: form.unplacedTexts };
    await showStep(deps, visit, { place: { ...place, ...withResponse(place, response) }, step, wrong });
    return;
  }
  const next = stepAfter(step, form.intent, planOf(response.draft, place.subject.week));
  if (next !== step)
    await deps.responses.saveDraft(place.subject.key, { ...change, fields: [], dropped: [], step: next });
  const path = stepPath(visit.viewer, place.subject.id, next);
  visit.res.redirect(303, form.intent === 'save' ? `${path}?gemt` : path);
}

/** The way to make the plan easier that the pressed button names; undefined for any other button. */
function wayIn({ req }: Visit): Way | undefined {
  const { goer } = req.query;
  return isWay(goer) ? goer : undefined;
}

/** What that changes in the plan as it is after the posted form. */
function madeEasier({ form, place }: Posted, way: Way | undefined, { viewer }: Visit): FieldChange[] {
  const draft = { ...place.response?.draft, ...savedIn(form) };
  return way ? changesOf(way, draft, texts[viewer.language].handleplan.easierWays.half) : [];
}

/** What is missing in this step: it is asked for here, and not on the last step. */
function missingHere({ form, place, step }: Posted, draft: Answers): Map<string, FormFault> {
  if (form.intent !== 'next') return new Map();
  const asked = askedIn(step, planOf(draft, place.subject.week), { isFirst: isFirst(place) });
  return blockingFaults(
    questionsFor(place, draft).filter(({ id }) => asked.includes(id)),
    draft,
  );
}

/** What is copied from the previous plan, if the person has just chosen to continue it. */
function carried({ form, place: { before, response } }: Posted) {
  const chosen = form.fields.find(({ question }) => question === 'fra');
  const isNew = chosen !== undefined && chosen.posted !== answerOf(response?.draft ?? {}, 'fra');
  return before && isNew && (chosen.posted === 'samme' || chosen.posted === 'mindre')
    ? carriedOver(before, chosen.page)
    : [];
}

async function send(deps: PlanDeps, visit: Visit, posted: Posted): Promise<void> {
  const { form, place, step } = posted;
  const fields = [...withWeek(place), ...form.fields, ...madeEasier(posted, wayIn(visit), visit)];
  const change = { ...changeOf(posted, fields), share: sharedPlan };
  const { response, sent } = await deps.responses.send(
    place.subject.key,
    change,
    (draft) => isClean(form) && faultsIn(place, draft).size === 0,
  );
  if (sent) {
    // Help for an unsure person comes once the plan is saved, so that the button does what it says.
    const isUnsure = step === 'plan' && makingSteps(planOf(response.draft)).includes('lettere');
    const next = isUnsure ? 'lettere' : 'uge?lavet';
    visit.res.redirect(303, stepPath(visit.viewer, place.subject.id, next));
    return;
  }
  const faults = new Map<string, FormFault>([...faultsIn(place, response.draft), ...form.faults]);
  await showStep(deps, visit, {
    place: { ...place, ...withResponse(place, response) },
    step,
    wrong: { faults, unplacedTexts: form.unplacedTexts },
  });
}

/** What prevents these answers from being a plan. */
function faultsIn(place: PlanVisit, draft: Answers) {
  return blockingFaults(questionsFor(place, draft), draft);
}

/** Adds the proposed week for someone who skipped the first step. */
function withWeek({ subject, plan, wording }: PlanVisit) {
  return subject.week !== '' || plan.week !== ''
    ? []
    : [{ question: 'uge', kind: 'choice' as const, posted: likelyWeek(wording.today), base: 'none', page: '' }];
}

/** Saves the ticks and the week's follow-up of a finished plan, and shares these if the plan is shared. */
async function followUp(deps: PlanDeps, visit: Visit, posted: Posted): Promise<void> {
  const { form, place, step } = posted;
  const { viewer, res } = visit;
  const response = await saveFollowUp(deps, posted);
  const wrong = wrongOf(posted, response);
  if (wrong) {
    await showStep(deps, visit, { place: { ...place, ...withResponse(place, response) }, step, wrong });
    return;
  }
  const next = isMade(place) ? stepAfter(step, form.intent, planOf(response.draft, place.subject.week)) : 'begynd';
  const isFromHome = fieldIn(visit.req, 'til') === 'forside';
  const path = stepPath(viewer, place.subject.id, next);
  const isSaved = form.intent === 'save' || (next === 'uge' && form.intent !== 'back');
  res.redirect(303, isFromHome ? roomPath(viewer.room) : isSaved ? `${path}?gemt` : path);
}

async function saveFollowUp(deps: PlanDeps, posted: Posted): Promise<ActivityResponse> {
  const { place } = posted;
  const change = { ...changeOf(posted), step: 'uge' };
  if (!isMade(place) || isWrong(posted.form)) return deps.responses.saveDraft(place.subject.key, change);
  const sending = { ...change, share: sharedFollowUp };
  return (await deps.responses.send(place.subject.key, sending, () => true)).response;
}

function wrongOf({ form, step }: Posted, { draft }: ActivityResponse): Wrong | undefined {
  const goesOn = form.intent === 'next' || form.intent === 'send';
  const isUnanswered = step === 'gik' && goesOn && planOf(draft).outcome === '';
  if (isUnanswered)
    return {
      faults: new Map<string, FormFault>([['gik', { cause: 'missing' }], ...form.faults]),
      unplacedTexts: form.unplacedTexts,
    };
  return isWrong(form) ? form : undefined;
}

/** Saves for the page's script: moves nowhere and removes nothing. */
async function saveSilently(deps: PlanDeps, visit: Visit, posted: Posted): Promise<void> {
  const { form, place, step } = posted;
  const kept = { ...posted, form: { ...form, dropped: [] } };
  const { savedAt } =
    step === 'uge' ? await saveFollowUp(deps, kept) : await deps.responses.saveDraft(place.subject.key, changeOf(kept));
  answerSilently(visit.res, form, { savedAt, language: visit.viewer.language });
}
