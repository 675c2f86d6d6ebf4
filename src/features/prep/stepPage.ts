import type { PrepActivity, PrepStep } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import { texts, type Text } from '../../text/texts.ts';
import { stepPath } from './addresses.ts';
import { baseOf } from './form.ts';
import { questionModel } from './questionModel.ts';
import { answerTo, isStepDone } from './rules.ts';
import { stepErrors, type Wrong } from './stepErrors.ts';
import { timeOfDay } from '../times.ts';

export interface StepPageInput {
  activity: PrepActivity;
  step: PrepStep;
  /** Position of the step, 0 and up. */
  index: number;
  viewer: Viewer;
  response: ActivityResponse | undefined;
  hidden: HiddenFields;
  wrong?: Wrong;
  /** Whether the person has just pressed "save". */
  justSaved?: boolean;
}

export interface HiddenFields {
  /** Random id of this page, by which a later form is known to come from it. */
  page: string;
  /** Lets this form save the draft after the session has ended. */
  kept: string;
}

const nothingWrong: Wrong = { faults: new Map(), strays: [] };

/** A step of the preparation, whole, as `views/prep/step.hbs` takes it. */
export const stepPage = (input: StepPageInput) => {
  const { activity, step, index, viewer, response, wrong = nothingWrong } = input;
  const text = texts[viewer.language];
  return {
    title: step.title,
    activityTitle: activity.title,
    wordsIn: activity.language ?? viewer.language,
    otherLanguage: activity.language ? text.prep.otherLanguage : '',
    errors: stepErrors({ activity, index, viewer, wrong }),
    strays: wrong.strays,
    progress: progressOf(input),
    stepTime: text.prep.stepTime(step.minutes),
    intro: index === 0 ? activity.intro : '',
    video: step.video,
    html: step.html,
    justSaved: input.justSaved ?? false,
    savedAt: response ? timeOfDay(response.savedAt, viewer.language) : '',
    form: formOf(input, wrong, text),
  };
};

const isSent = (response: ActivityResponse | undefined): boolean => response?.sent != null;

const formOf = ({ activity, step, index, viewer, response, hidden }: StepPageInput, wrong: Wrong, text: Text) => {
  const draft = { draft: response?.draft ?? {}, other: response?.other ?? {} };
  const sent = isSent(response);
  return {
    action: stepPath(viewer, activity.id, index),
    ...hidden,
    csrf: viewer.csrf,
    base: baseOf(step.questions.map((question) => [question.id, answerTo(question, draft.draft)])),
    whoReads: step.questions.some(({ kind }) => kind === 'text') ? text.prep.whoReads[sent ? 'sent' : 'draft'] : '',
    questions: step.questions.map((question) =>
      questionModel(question, draft, { fault: wrong.faults.get(question.id), text }),
    ),
    buttons: buttonsOf({ index, steps: activity.steps.length, sent }, text),
  };
};

/** No links to other steps: a link would leave what is being written unsaved where scripts do not run. */
const progressOf = ({ activity, index, response }: StepPageInput) => ({
  number: index + 1,
  total: activity.steps.length,
  steps: activity.steps.map((step, at) => ({
    title: step.title,
    isCurrent: at === index,
    isDone: (at < index || isSent(response)) && isStepDone(step, response?.draft ?? {}),
    href: '',
  })),
});

/** The first is what Enter presses. After the first sending, changes can be sent from any step. */
const buttonsOf = ({ index, steps, sent }: { index: number; steps: number; sent: boolean }, text: Text) => {
  const { buttons } = text.common;
  const isLast = index === steps - 1;
  const send = { value: 'send', label: sent ? text.prep.resend : buttons.send, look: 'primary' };
  const next = { value: 'next', label: buttons.next, look: sent ? 'secondary' : 'primary' };
  return [
    ...(isLast || sent ? [send] : []),
    ...(isLast ? [] : [next]),
    ...(index > 0 ? [{ value: 'back', label: buttons.back, look: 'secondary' }] : []),
    { value: 'save', label: buttons.save, look: 'tertiary' },
  ];
};
