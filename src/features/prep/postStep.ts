import type { PrepActivity } from '../../content/course.ts';
import type { Visit } from '../../http/route.ts';
import type { DraftChange } from '../../responses/responses.ts';
import { texts, type Text } from '../../text/texts.ts';
import { receiptPath, stepPath } from './addresses.ts';
import { baseAfter, parseForm, type PrepForm } from './form.ts';
import { faultMessage } from './questionModel.ts';
import { hindrances, questionsOf, stepAfter, type Fault } from './rules.ts';
import { showStep, type Place, type PrepDeps } from './showStep.ts';
import { timeOfDay } from '../times.ts';

interface Posted {
  form: PrepForm;
  place: Place;
}

/** A posted step: saved whatever was pressed, and then on, or back to what is wrong with all that was written. */
export const postStep = (deps: PrepDeps, visit: Visit, place: Place): Promise<void> => {
  const posted = { form: parseForm(visit.req.body, place.activity), place };
  if (visit.req.accepts(['html', 'json']) === 'json') return saveSilently(deps, visit, posted);
  return posted.form.intent === 'send' ? send(deps, visit, posted) : move(deps, visit, posted);
};

/** What a form changes in the draft. @param index the step where the person is afterwards, 0 and up. */
export const changeOf = (
  { form, activity }: { form: PrepForm; activity: PrepActivity },
  index: number,
): DraftChange => ({
  kind: activity.kind,
  contentVersion: activity.version,
  step: activity.steps[index]?.id ?? '',
  fields: form.fields,
  dropped: form.dropped,
});

const ownerOf = ({ viewer }: Visit, { activity }: Place) => ({
  room: viewer.room,
  person: viewer.person,
  activity: activity.id,
});

const move = async (deps: PrepDeps, visit: Visit, posted: Posted): Promise<void> => {
  const { form, place } = posted;
  const { viewer, res } = visit;
  const isHeldUp = isWrong(form);
  const index = isHeldUp ? place.index : stepAfter(place.activity, place.index, form.intent);
  const response = await deps.responses.saveDraft(
    ownerOf(visit, place),
    changeOf({ form, activity: place.activity }, index),
  );
  if (isHeldUp) {
    showStep(deps, visit, { ...place, response, wrong: form });
    return;
  }
  const path = stepPath(viewer, place.activity.id, index);
  res.redirect(303, form.intent === 'save' ? `${path}?gemt` : path);
};

/** Going back is not held up by a text that is too long: it is saved, and sending will tell of it. */
const isWrong = (form: PrepForm): boolean =>
  form.strays.length > 0 ||
  [...form.faults.values()].some(({ cause }) => form.intent !== 'back' || cause !== 'too-long');

const send = async (deps: PrepDeps, visit: Visit, posted: Posted): Promise<void> => {
  const { form, place } = posted;
  const isClean = form.faults.size === 0 && form.strays.length === 0;
  const { response, sent } = await deps.responses.send(
    ownerOf(visit, place),
    changeOf({ form, activity: place.activity }, place.index),
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
const saveSilently = async (deps: PrepDeps, visit: Visit, posted: Posted): Promise<void> => {
  const { form, place } = posted;
  const { language } = visit.viewer;
  const change = { ...changeOf({ form, activity: place.activity }, place.index), dropped: [] };
  const response = await deps.responses.saveDraft(ownerOf(visit, place), change);
  const errors = silentErrors(posted, texts[language]);
  const saved = { savedAt: timeOfDay(response.savedAt, language), fields: { base: baseAfter(form) } };
  if (errors.length === 0) visit.res.json(saved);
  else visit.res.status(422).json({ ...saved, message: errors.map(({ message }) => message).join(' '), errors });
};

const silentErrors = ({ form, place }: Posted, text: Text) => {
  const errors = questionsOf(place.activity).flatMap((question) => {
    const fault = form.faults.get(question.id);
    if (!fault || fault.cause === 'too-long') return [];
    return [{ field: `answer.${question.id}`, message: faultMessage(question, fault, text) }];
  });
  return form.strays.length > 0 ? [...errors, { field: '', message: text.prep.fault.stray }] : errors;
};
