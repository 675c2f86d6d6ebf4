import type { Activity, Consequence, Step, SteppedActivity } from '../../content/course.ts';
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
import { isLastStep, isWayKnown, longestWay, consequenceOf, visibleSteps } from './visible.ts';

/** Marks the address of a form whose button goes straight on to the next activity. */
export const GOES_ON = 'videre';

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
  /** The activity to go straight on to after sending; undefined if there is none. */
  next?: Activity | undefined;
  /** For a preview: the consequence to show, since there are no answers that decide it. */
  consequence?: Consequence | undefined;
  /** Thanks for the activity that was sent just before. */
  thanks?: { heading: string; href: string; label: string; title: string } | undefined;
}

/** A whole step of an activity, in the form that `views/forms/step.hbs` takes. */
export function stepPage(input: StepPageInput) {
  const { activity, stepping, step, index, viewer, response, wrong } = input;
  const words = stepping.words[viewer.language];
  const answers = response?.draft ?? {};
  const consequence = input.consequence ?? consequenceOf(step, answers);
  return {
    title: consequence?.title ?? step.title,
    activityTitle: activity.title,
    wordsIn: activity.language ?? viewer.language,
    otherLanguage: activity.language ? words.otherLanguage : '',
    errors: stepErrors({ activity, index, viewer, words, answers, wrong }),
    unplacedTexts: wrong?.unplacedTexts,
    progress: { ...progressOf(input), time: words.stepTime(step.minutes) },
    intro: index === 0 ? activity.intro : '',
    ...shownIn(step, consequence),
    saved: input.justSaved && savedBy(viewer, words),
    thanks: input.thanks,
    about: 'engine/stepContent',
    form: formOf(input, words),
  };
}

/** What to see and read before answering. */
function shownIn(step: Step, consequence: Consequence | undefined) {
  const { note, picture, drawing, video, sound, html } = step;
  return {
    note,
    consequence: consequence && { ...consequence, then: step.title },
    picture,
    drawing: picture || video ? '' : drawing,
    video: video && { ...video, questionHref: questionHref(step) },
    sound,
    html,
  };
}

/** The question after a video's pause: the step's first one. */
function questionHref({ questions: [first] }: Step): string {
  return first ? `#${inputIdOf(first)}` : '';
}

/** What people read after pressing "save", and where they may go. */
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
    isHeavy: step.isHeavy || consequenceOf(step, response?.draft ?? {})?.isHeavy,
    then: input.next ? words.then(input.next.title, input.next.minutes) : '',
    buttons: buttonsOf(input, action, words),
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

/**
 * The button below options that lead on themselves: only for people who leave the question open, and so less prominent.
 */
function waysOnFrom(
  { isFork, questions }: Step,
  { sent, buttons }: { sent: boolean; buttons: Text['common']['buttons'] },
) {
  const leading = questions.find(({ leadsOn }) => leadsOn);
  const look = leading || (sent && !isFork) ? 'secondary' : 'primary';
  return [{ value: 'next', label: buttons.next, look, isForRadios: leading?.required === true }];
}

/** Enter presses the first button. After the first sending, changes can be sent from any step. */
function buttonsOf(input: StepPageInput, action: string, words: FormWords) {
  const { buttons } = texts[input.viewer.language].common;
  const { step, index, stepping, viewer } = input;
  const restart = stepping.restart?.[viewer.language];
  const sent = isSent(input.response);
  const isLast = isLastStep(input, input.response?.draft);
  const send = { value: 'send', label: sent ? words.resend : words.send, look: 'primary' };
  const sendOn = { value: 'send', label: words.sendOn, look: 'primary', action: `${action}?${GOES_ON}` };
  const sends = input.next ? [sendOn, { ...send, label: words.sendOnly, look: 'secondary' }] : [send];
  return [
    // At a fork the first button must lead on, because a change there changes the steps to come.
    ...(isLast || (sent && !step.isFork) ? sends : []),
    ...(isLast ? [] : waysOnFrom(step, { sent, buttons })),
    ...(index > 0 ? [{ value: 'back', label: buttons.back, look: 'tertiary', isBack: true }] : []),
    // A button, so that it saves what is written; a link would not, without scripts.
    ...(restart && index > 0 ? [{ value: 'back', label: restart, look: 'tertiary', action: `${action}?forfra` }] : []),
    saveButton(buttons.save),
  ];
}
