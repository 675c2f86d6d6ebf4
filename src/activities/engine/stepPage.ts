import type { Step, SteppedActivity } from '../../content/course.ts';
import { isInWords } from '../../content/questions/kinds.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { answerTo } from '../../forms/answers.ts';
import type { FormWords, Wrong } from '../../forms/faults.ts';
import { formModel, type HiddenFields } from '../../forms/shown.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import { texts, type Text } from '../../text/texts.ts';
import { stepPath } from '../addresses.ts';
import { isStepDone } from './rules.ts';
import type { Stepping } from './stepping.ts';
import { stepErrors } from './stepErrors.ts';
import { isWayKnown, visibleSteps } from './visible.ts';

export interface StepPageInput {
  activity: SteppedActivity;
  stepping: Stepping;
  step: Step;
  /** Position of the step, 0 and up. */
  index: number;
  viewer: Viewer;
  response: ActivityResponse | undefined;
  hidden: HiddenFields;
  wrong?: Wrong;
  /** Whether the person has just pressed "save". */
  justSaved?: boolean;
}

/** A step of an activity, whole, as `views/steps/step.hbs` takes it. */
export function stepPage(input: StepPageInput) {
  const { activity, stepping, step, index, viewer, response, wrong } = input;
  const words = stepping.words[viewer.language];
  const answers = response?.draft ?? {};
  return {
    title: step.title,
    activityTitle: activity.title,
    wordsIn: activity.language ?? viewer.language,
    otherLanguage: activity.language ? words.otherLanguage : '',
    errors: stepErrors({ activity, index, viewer, words, answers, wrong }),
    unplacedTexts: wrong?.unplacedTexts,
    progress: progressOf(input),
    stepTime: words.stepTime(step.minutes),
    intro: index === 0 ? activity.intro : '',
    note: step.note,
    picture: step.picture,
    video: step.video,
    sound: step.sound,
    html: step.html,
    saved: input.justSaved && { heading: words.savedHeading, text: words.savedText },
    about: 'step-content',
    form: formOf(input, words),
  };
}

function isSent(response: ActivityResponse | undefined): boolean {
  return response?.sent != null;
}

function formOf(input: StepPageInput, words: FormWords) {
  const { activity, stepping, step, index, viewer, response, hidden, wrong } = input;
  const { language } = viewer;
  const action = stepPath(viewer, activity.id, index + 1);
  return {
    action,
    ...hidden,
    ...formModel({ questions: step.questions, stored: response, wrong, language, words }),
    whoReads: needsReaderNote(stepping, step) ? words.whoReads[isSent(response) ? 'sent' : 'draft'] : '',
    buttons: buttonsOf(input, texts[language], words),
    // Saves what is written like any other button; a link would not, where scripts do not run.
    restart: stepping.restart && index > 0 && { action: `${action}?forfra`, label: stepping.restart[language] },
  };
}

/** Where one writes in one's own words, or is asked for research, it is said beside the field who gets to read it. */
function needsReaderNote({ saysWhoReads }: Stepping, { questions }: Step): boolean {
  return saysWhoReads === 'always' ? questions.length > 0 : questions.some(isInWords);
}

/** No links to other steps: a link would leave what is being written unsaved where scripts do not run. */
function progressOf({ activity, index, response }: StepPageInput) {
  const answers = response?.draft ?? {};
  const visible = visibleSteps(activity, answers);
  const number = visible.findIndex((one) => one.index === index) + 1;
  return {
    number,
    total: isWayKnown(activity, answers) ? visible.length : 0,
    steps: visible.map((one) => ({
      title: one.step.title,
      isCurrent: one.index === index,
      isDone: (one.index < index || isSent(response)) && isStepDone(one.step, answers),
      href: '',
    })),
  };
}

function isLastStep({ activity, step, index, response }: StepPageInput): boolean {
  return !step.isFork && visibleSteps(activity, response?.draft ?? {}).at(-1)?.index === index;
}

/** The first is what Enter presses. After the first sending, changes can be sent from any step. */
function buttonsOf(input: StepPageInput, text: Text, words: FormWords) {
  const { buttons } = text.common;
  const { stepping, step, index } = input;
  const sent = isSent(input.response);
  const isLast = isLastStep(input);
  const send = { value: 'send', label: sent ? words.resend : words.send, look: 'primary' };
  const next = { value: 'next', label: buttons.next, look: sent && !step.isFork ? 'secondary' : 'primary' };
  return [
    // At a fork the first press must lead on: what is changed there changes what is still to come.
    ...(isLast || (sent && !step.isFork) ? [send] : []),
    ...(isLast ? [] : [next]),
    ...(index > 0 ? [{ value: 'back', label: buttons.back, look: 'secondary' }] : []),
    ...(isLast || !stepping.maySkip || !isUntouched(input)
      ? []
      : [{ value: 'next', label: words.skip, look: 'tertiary' }]),
    { value: 'save', label: buttons.save, look: 'tertiary' },
  ];
}

/** Nothing of the step is answered yet: it may be too much today, and that is said to be all right. */
function isUntouched({ step, response }: StepPageInput): boolean {
  return (
    step.questions.length > 0 &&
    step.questions.every((question) => answerTo(question, response?.draft ?? {}).length === 0)
  );
}
