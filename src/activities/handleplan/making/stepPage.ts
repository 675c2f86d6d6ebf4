import type { Question } from '../../../content/course.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { errorsOf } from '../../../forms/errors.ts';
import type { Wrong } from '../../../forms/faults.ts';
import { READER } from '../../../forms/readers.ts';
import { formModel, saveButton, type HiddenFields } from '../../../forms/shown.ts';
import { roomPath } from '../../../http/roomPath.ts';
import { texts, type Text } from '../../../text/texts.ts';
import { stepPath } from '../../addresses.ts';
import { growingCard } from './growing.ts';
import { isFirst, likelyWeek, type PlanVisit } from '../place.ts';
import type { Plan } from '../plan/plan.ts';
import { waysFor } from './smaller.ts';
import { askedIn, isFollowUp, stepOf, stepsTold, type PlanStep } from './steps.ts';
import { exampleInWords, planInWords, titleOf } from '../plan/summary.ts';
import { weekInWords } from '../plan/wording.ts';

export interface StepPageInput {
  place: PlanVisit;
  step: PlanStep;
  viewer: Viewer;
  hidden: HiddenFields;
  wrong?: Wrong;
  justSaved?: boolean;
  /** How to begin, if a link says so. */
  from?: string;
}

/** A whole step of a plan, in the form that `views/forms/step.hbs` takes. */
export function stepPage(input: StepPageInput) {
  const { place, step, viewer, wrong } = input;
  const { subject } = place;
  const text = texts[viewer.language];
  return {
    title: text.handleplan.steps[step],
    activityTitle: subject.content.title,
    intro: isBeginning(input) ? subject.content.intro : '',
    lead: text.handleplan.leads[step],
    errors: planErrors(input),
    unplacedTexts: wrong?.unplacedTexts,
    progress: progressOf(input),
    saved: input.justSaved && {
      heading: text.prep.savedHeading,
      text: text.prep.savedText,
      home: { href: roomPath(viewer.room), label: text.handleplan.home },
    },
    about: 'handleplan/planHelp',
    ...helpIn(place, step, text),
    form: formOf(input, text),
  };
}

/** A first plan begins with what to do; its week and kind can be changed from there. */
function isBeginning({ place, step }: StepPageInput): boolean {
  return step === (isFirst(place) ? 'plan' : 'begynd');
}

/** Steps with plans that others might have made. */
const OFFER_EXAMPLES = new Set<PlanStep>(['begynd', 'plan']);

/** The help that a step offers. */
function helpIn(place: PlanVisit, step: PlanStep, { handleplan: text }: Text) {
  const { subject, before, response, wording } = place;
  const isSmaller = step === 'plan' && response?.draft['fra'] === 'mindre';
  return {
    before: step === 'begynd' && before ? text.before(titleOf(before.plan)) : weekToldIn(place, step, text),
    easier: isSmaller ? subject.content.easier : [],
    foldedEasier: step === 'lettere' ? subject.content.easier : [],
    easierHeading: isSmaller ? text.smallerHeading : text.easierHeading,
    examples: OFFER_EXAMPLES.has(step)
      ? subject.content.examples.map((example) => exampleInWords(example, wording))
      : [],
    solving: step === 'loes' ? text.solving : [],
    summary: step === 'lettere' ? planInWords(withLikelyWeek(place), wording) : [],
  };
}

/** The proposed week of a first plan, which its maker was not asked for. */
function weekToldIn(place: PlanVisit, step: PlanStep, text: Text['handleplan']): string {
  return step === 'plan' && isFirst(place) && place.subject.week === ''
    ? text.planIsFor(weekInWords(withLikelyWeek(place).week, place.wording))
    : '';
}

function withLikelyWeek({ plan, wording }: PlanVisit): Plan {
  return { ...plan, week: plan.week === '' ? likelyWeek(wording.today) : plan.week };
}

function formOf(input: StepPageInput, text: Text) {
  const { place, step, viewer, hidden, wrong } = input;
  const questions = questionsIn(place, step).map((question) => asShown(question, input));
  const action = stepPath(viewer, place.subject.id, step);
  return {
    action,
    look: 'plan-form',
    ...hidden,
    ...formModel({ questions, stored: place.response, wrong, language: viewer.language }),
    ...(step === 'lettere' && { ways: waysIn(place, action, text), foldedUnder: text.handleplan.easierWays.self }),
    ...(step === 'plan' && { growing: growingCard(place.plan, text) }),
    whoReads: whoReads(place, step, text),
    buttons: buttonsOf(input, text),
  };
}

/** The buttons that make the plan easier; editing it by hand is one press further away. */
function waysIn({ plan }: PlanVisit, action: string, { handleplan: { easierWays } }: Text) {
  return waysFor(plan).map((way) => ({ action: `${action}?goer=${way}`, ...easierWays.ways[way] }));
}

export function questionsIn(place: PlanVisit, step: PlanStep): Question[] {
  return askedIn(step, place.plan, { isFirst: isFirst(place) }).flatMap(
    (id) => place.questions.find((one) => one.id === id) ?? [],
  );
}

/** Selects the beginning that a link asks for, and makes the question about how it went required. */
function asShown(question: Question, { from }: StepPageInput): Question {
  if (question.id === 'fra' && from !== undefined) return { ...question, suggested: from };
  return question.id === 'gik' ? { ...question, required: true } : question;
}

/** Who may read a step's words. The plan as sent decides; before it is sent, nobody may. */
export function whoReads({ subject, response }: PlanVisit, step: PlanStep, text: Text): string {
  const words = text.handleplan.whoReads;
  const reader = response?.sent?.[READER];
  const isShared = reader === 'instruktoer' || reader === 'hold';
  if (isShared) return isFollowUp(step) ? words[reader] : `${words[reader]} ${words.changing}`;
  if (subject.reader === '' || response?.sent) return words.onlyMe;
  return subject.reader === 'hold' ? words.makingAsInstructor : words.making;
}

/** What is wrong, each with a link to the step where it can be corrected. */
export function planErrors({ place, step, viewer, wrong }: Pick<StepPageInput, 'place' | 'step' | 'viewer' | 'wrong'>) {
  const here = new Set(questionsIn(place, step).map(({ id }) => id));
  const elsewhere = ({ id }: Question) =>
    here.has(id) ? undefined : { path: stepPath(viewer, place.subject.id, stepOf(id)) };
  return errorsOf(place.questions, { wrong, words: texts[viewer.language].prep, elsewhere });
}

/** Undefined where there is one step only. */
function progressOf({ place, step, viewer }: StepPageInput) {
  const names = texts[viewer.language].handleplan.steps;
  const steps = isFollowUp(step) ? [] : stepsTold(place.plan, { step, isFirst: isFirst(place) });
  if (steps.length < 2) return undefined;
  const at = steps.indexOf(step);
  const number = Math.max(at, 0) + 1;
  return {
    number,
    total: steps.length,
    steps: steps.map((one, index) => ({
      title: names[one],
      isCurrent: index === number - 1,
      isDone: index < number - 1,
      href: '',
    })),
  };
}

/** Enter presses the first button. */
function buttonsOf({ place, step }: StepPageInput, text: Text) {
  const { buttons } = text.common;
  const back = backFrom(place, step, text);
  const save = saveButton(buttons.save);
  if (step === 'loes') return [{ value: 'send', label: text.handleplan.saveClose, look: 'primary' }, back, save];
  if (step === 'gik')
    return [
      { value: 'send', label: text.handleplan.saveClose, look: 'primary' },
      { value: 'next', label: text.handleplan.ideasFirst, look: 'tertiary' },
      back,
      save,
    ];
  const isMade = (place.response?.completedAt ?? 0) > 0;
  const isLast = step === 'plan' || step === 'lettere';
  const send = { value: 'send', label: isMade ? text.handleplan.resend : text.handleplan.send, look: 'primary' };
  const next = { value: 'next', label: buttons.next, look: isMade ? 'secondary' : 'primary' };
  return [...(isLast || isMade ? [send] : []), ...(isLast ? [] : [next]), ...(step === 'begynd' ? [] : [back]), save];
}

/** Back from the first step of a first plan is where its week and kind are changed. */
function backFrom(place: PlanVisit, step: PlanStep, { common, handleplan }: Text) {
  const isChange = step === 'plan' && isFirst(place);
  const label = isChange ? handleplan.change : common.buttons.back;
  return { value: 'back', label, look: 'tertiary', isBack: !isChange };
}
