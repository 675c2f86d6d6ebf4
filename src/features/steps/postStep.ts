import type { SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Visit } from '../../http/route.ts';
import type { DraftChange } from '../../responses/responses.ts';
import { receiptPath, stepPath } from './addresses.ts';
import { baseAfter, parseForm, type StepForm } from './form.ts';
import { withoutKept } from './keeping.ts';
import { faultMessage } from './questionModel.ts';
import { answersToSend, forkFaults, hindrances, questionsOf, stepAfter, type Fault } from './rules.ts';
import { showStep, type Place, type StepDeps } from './showStep.ts';
import { timeOfDay } from '../times.ts';
import { wordsOf, type Words } from './words.ts';

interface Posted {
  form: StepForm;
  place: Place;
}

/** A posted step: saved whatever was pressed, and then on, or back to what is wrong with all that was written. */
export const postStep = (deps: StepDeps, visit: Visit, place: Place): Promise<void> => {
  const posted = { form: parseForm(visit.req.body, place.activity), place };
  if (visit.req.accepts(['html', 'json']) === 'json') return saveSilently(deps, visit, posted);
  return posted.form.intent === 'send' ? send(deps, visit, posted) : move(deps, visit, posted);
};

/** What a form changes in the draft. @param stepAfter position of the step where the person is afterwards, 0 and up. */
export const changeOf = (
  { form, activity }: { form: StepForm; activity: SteppedActivity },
  stepAfter: (draft: Answers) => number,
): DraftChange => ({
  kind: activity.kind,
  contentVersion: activity.version,
  step: (draft) => activity.steps[stepAfter(draft)]?.id ?? '',
  fields: form.fields,
  dropped: form.dropped,
  sendable: (draft) => answersToSend(activity, draft),
  share: (draft) => withoutKept(activity, draft),
  withdraw: (draft, sent) => withoutKept(activity, sent, draft),
});

const ownerOf = ({ viewer }: Visit, { activity }: Place) => ({
  room: viewer.room,
  person: viewer.person,
  activity: activity.id,
});

const move = async (deps: StepDeps, visit: Visit, posted: Posted): Promise<void> => {
  const { form, place } = posted;
  const { viewer, res } = visit;
  const { activity } = place;
  const after = (answers: Answers): number => {
    if (isHeldUp(posted, answers)) return place.index;
    return isFromStart(visit) ? 0 : stepAfter(activity, place.index, { intent: form.intent, answers });
  };
  const response = await deps.responses.saveDraft(ownerOf(visit, place), changeOf({ form, activity }, after));
  if (isHeldUp(posted, response.draft)) {
    const faults = new Map<string, Fault>([...faultsAtFork(posted, response.draft), ...form.faults]);
    showStep(deps, visit, { ...place, response, wrong: { faults, strays: form.strays } });
    return;
  }
  const path = stepPath(viewer, activity.id, after(response.draft));
  res.redirect(303, form.intent === 'save' ? `${path}?gemt` : path);
};

/** Whether the button said to begin again at the first step, so that another way can be chosen there. */
const isFromStart = ({ req }: Visit): boolean => req.query['forfra'] !== undefined;

const isHeldUp = (posted: Posted, draft: Answers): boolean =>
  isWrong(posted.form) || faultsAtFork(posted, draft).size > 0;

const faultsAtFork = ({ form, place }: Posted, draft: Answers): Map<string, Fault> =>
  form.intent === 'next' ? forkFaults(place.step, draft) : new Map<string, Fault>();

/** Going back is not held up by a text that is too long: it is saved, and sending will tell of it. */
const isWrong = (form: StepForm): boolean =>
  form.strays.length > 0 ||
  [...form.faults.values()].some(({ cause }) => form.intent !== 'back' || cause !== 'too-long');

const send = async (deps: StepDeps, visit: Visit, posted: Posted): Promise<void> => {
  const { form, place } = posted;
  const isClean = form.faults.size === 0 && form.strays.length === 0;
  const { response, sent } = await deps.responses.send(
    ownerOf(visit, place),
    changeOf({ form, activity: place.activity }, () => place.index),
    (draft) => isClean && hindrances(place.activity, draft).size === 0,
  );
  if (sent) {
    visit.res.redirect(303, receiptPath(visit.viewer, place.activity.id));
    return;
  }
  const faults = new Map<string, Fault>([...hindrances(place.activity, response.draft), ...form.faults]);
  showStep(deps, visit, { ...place, response, wrong: { faults, strays: form.strays } });
};

/**
 * The script's own saving: says when, and what the page's next form builds on. It removes nothing and moves nowhere.
 * A text that is too long is saved like any other while it is being shortened, and so is no failure here.
 */
const saveSilently = async (deps: StepDeps, visit: Visit, posted: Posted): Promise<void> => {
  const { form, place } = posted;
  const { language } = visit.viewer;
  const change = { ...changeOf({ form, activity: place.activity }, () => place.index), dropped: [] };
  const response = await deps.responses.saveDraft(ownerOf(visit, place), change);
  const errors = silentErrors(posted, wordsOf(place.activity, language));
  const saved = { savedAt: timeOfDay(response.savedAt, language), fields: { base: baseAfter(form) } };
  if (errors.length === 0) visit.res.json(saved);
  else visit.res.status(422).json({ ...saved, message: errors.map(({ message }) => message).join(' '), errors });
};

const silentErrors = ({ form, place }: Posted, words: Words) => {
  const errors = questionsOf(place.activity).flatMap((question) => {
    const fault = form.faults.get(question.id);
    if (!fault || fault.cause === 'too-long') return [];
    return [{ field: `answer.${question.id}`, message: faultMessage(question, fault, words) }];
  });
  return form.strays.length > 0 ? [...errors, { field: '', message: words.fault.stray }] : errors;
};
