import type { Step, SteppedActivity } from '../../content/course.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { FormWords, Wrong } from '../../forms/faults.ts';
import { inputIdOf } from '../../forms/field.ts';
import { formModel, saveButton, type HiddenFields } from '../../forms/shown.ts';
import { roomPath } from '../../http/roomPath.ts';
import type { ActivityResponse } from '../../responses/responses.ts';
import { texts, type Text } from '../../text/texts.ts';
import { stepPath } from '../addresses.ts';
import { isStepDone } from './rules.ts';
import type { Stepping } from './stepping.ts';
import { stepErrors } from './stepErrors.ts';
import { isWayKnown, longestWay, visibleSteps } from './visible.ts';

export interface StepPageInput {
  activity: SteppedActivity;
  stepping: Stepping;
  step: Step;
  /** Position of the step, from 0. */
  index: number;
  viewer: Viewer;
  response: ActivityResponse | undefined;
  hidden: HiddenFields;
  wrong?: Wrong;
  /** Whether the person has just pressed "save". */
  justSaved?: boolean;
}

/** A whole step of an activity, in the form that `views/forms/step.hbs` takes. */
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
    progress: { ...progressOf(input), time: words.stepTime(step.minutes) },
    intro: index === 0 ? activity.intro : '',
    note: step.note,
    picture: step.picture,
    drawing: step.picture || step.video ? '' : step.drawing,
    video: step.video && { ...step.video, questionHref: questionHref(step) },
    sound: step.sound,
    html: step.html,
    saved: input.justSaved && savedBy(viewer, words),
    about: 'engine/stepContent',
    form: formOf(input, words),
  };
}

/** What to answer after the pause of a video: the step's first question. */
function questionHref({ questions: [first] }: Step): string {
  return first ? `#${inputIdOf(first)}` : '';
}

/** What a person reads who has pressed "save", and where they may go. */
function savedBy({ room, only }: Viewer, words: FormWords) {
  return {
    heading: words.savedHeading,
    text: words.savedText,
    home: only === undefined ? { href: roomPath(room), label: words.savedHome } : undefined,
  };
}

function isSent(response: ActivityResponse | undefined): boolean {
  return response?.sent != null;
}

function formOf(input: StepPageInput, words: FormWords) {
  const { activity, stepping, step, index, viewer, response, hidden, wrong } = input;
  const { language } = viewer;
  const action = stepPath(viewer, activity.id, index + 1);
  const reads = words.whoReads[isSent(response) ? 'sent' : 'draft'];
  const readBy = stepping.saysWhoReads === 'at texts' ? reads : '';
  return {
    action,
    ...hidden,
    ...formModel({ questions: step.questions, stored: response, wrong, language, words, readBy }),
    whoReads: stepping.saysWhoReads === 'always' && step.questions.length > 0 ? reads : '',
    isHeavy: step.isHeavy,
    buttons: buttonsOf(input, texts[language], words),
    // A button, so that it saves what is written; a link would not, without scripts.
    restart: stepping.restart && index > 0 && { action: `${action}?forfra`, label: stepping.restart[language] },
  };
}

/** No links to other steps: without scripts, a link would not save what is being written. */
function progressOf({ activity, index, response }: StepPageInput) {
  const answers = response?.draft ?? {};
  const visible = visibleSteps(activity, answers);
  const number = visible.findIndex((one) => one.index === index) + 1;
  const isAtMost = !isWayKnown(activity, answers);
  const total = isAtMost ? longestWay(activity, answers) : visible.length;
  return {
    number,
    total,
    isAtMost,
    // Steps whose names are not known yet.
    unknown: Array.from({ length: Math.max(0, total - visible.length) }),
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

/** Enter presses the first button. After the first sending, changes can be sent from any step. */
function buttonsOf(input: StepPageInput, text: Text, words: FormWords) {
  const { buttons } = text.common;
  const { step, index } = input;
  const sent = isSent(input.response);
  const isLast = isLastStep(input);
  const send = { value: 'send', label: sent ? words.resend : words.send, look: 'primary' };
  const next = { value: 'next', label: buttons.next, look: sent && !step.isFork ? 'secondary' : 'primary' };
  return [
    // At a fork the first button must lead on, because a change there changes the steps to come.
    ...(isLast || (sent && !step.isFork) ? [send] : []),
    ...(isLast ? [] : [next]),
    ...(index > 0 ? [{ value: 'back', label: buttons.back, look: 'tertiary', isBack: true }] : []),
    saveButton(buttons.save),
  ];
}
