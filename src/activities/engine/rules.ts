import type { Question, Step, SteppedActivity } from '../../content/course.ts';
import { isAskedFor } from '../../content/questions/followUps.ts';
import type { Answers } from '../../domain/answers.ts';
import { blockingFaults, type FormFault } from '../../forms/faults.ts';
import type { Intent } from '../../forms/posted.ts';
import { withReaders } from '../../forms/readers.ts';
import type { Stepping } from './stepping.ts';
import { isAsked, isOnPath, visibleSteps, type StepAt } from './visible.ts';

/**
 * Every question of the activity, and the questions about who may read the answers; includes steps that this person
 * does not see.
 */
export function questionsOf({ steps }: SteppedActivity): Question[] {
  return withReaders(steps.flatMap(({ questions }) => questions));
}

/** The position of a step numbered as in the address, from 1; undefined if there is none. */
export function stepAt(activity: SteppedActivity, number: string): number | undefined {
  const index = /^[1-9]\d{0,2}$/.test(number) ? Number(number) - 1 : -1;
  return activity.steps[index] ? index : undefined;
}

/** The same for a posted form: the course may have had more steps when its page was opened. */
export function stepPostedAt(activity: SteppedActivity, number: string): number | undefined {
  return stepAt(activity, number) ?? (/^[1-9]\d?$/.test(number) ? activity.steps.length - 1 : undefined);
}

/**
 * Where to continue: the step where the person left off, also as a part of another, or the first step if there is none.
 */
export function resumeAt(activity: SteppedActivity, step: string | undefined, answers: Answers = {}): number {
  const isLeftAt = ({ id, holds = [] }: Step) => step !== undefined && [id, ...holds].includes(step);
  return visibleSteps(activity, answers).find((one) => isLeftAt(one.step))?.index ?? 0;
}

/** Where a button leads, among the steps that exist after these answers; never outside the activity. */
export function stepAfter(
  activity: SteppedActivity,
  index: number,
  { intent, answers }: { intent: Intent; answers: Answers },
): number {
  const visible = visibleSteps(activity, answers).map((one) => one.index);
  if (intent === 'next') return visible.find((other) => other > index) ?? visible.at(-1) ?? 0;
  if (intent === 'back') return visible.findLast((other) => other < index) ?? 0;
  return index;
}

/**
 * Everything that prevents these answers from being sent, by question. Questions that this person is not asked do not
 * count.
 */
export function faultsIn(activity: SteppedActivity, answers: Answers): Map<string, FormFault> {
  return blockingFaults(
    visibleSteps(activity, answers).flatMap(({ step }) => step.questions),
    answers,
  );
}

/**
 * What prevents going on: at a fork, since without its answer nobody knows which step comes next; and in kinds whose
 * questions all need an answer, so that nobody learns on the last step what was missing on the first.
 */
export function faultsToGoOn(
  { isFork, questions }: Step,
  answers: Answers,
  needsAnswers: Stepping['needsAnswers'],
): Map<string, FormFault> {
  return blockingFaults(isFork || needsAnswers === 'to go on' ? questions : [], answers);
}

/** Whether every required question of a step is answered. */
export function isStepDone(step: Step, answers: Answers): boolean {
  return blockingFaults(step.questions, answers).size === 0;
}

interface Stored {
  draft: Answers;
  sent: Answers | null;
}

/**
 * Whether a step takes no answers any more: of a kind that keeps only what was asked, neither the draft nor what was sent
 * leads to it. So once a refusal has been sent, a page left open in another tab stores nothing.
 */
export function isClosed(at: StepAt, { draft, sent }: Stored, keeps: Stepping['keeps']): boolean {
  return keeps !== 'all' && sent !== null && !isOnPath(at, draft) && !isOnPath(at, sent);
}

/** Which of the draft's answers may be stored. */
export function answersToStore(activity: SteppedActivity, stored: Stored, keeps: Stepping['keeps']): Answers {
  return without(
    stored.draft,
    questionIdsOf(activity.steps.filter((step, index) => isClosed({ step, index }, stored, keeps))),
  );
}

function questionIdsOf(steps: readonly Pick<Step, 'questions'>[]): string[] {
  return steps.flatMap(({ questions }) => questions.map(({ id }) => id));
}

function without(answers: Answers, questions: readonly string[]): Answers {
  const left = new Set(questions);
  return Object.fromEntries(Object.entries(answers).filter(([question]) => !left.has(question)));
}

/**
 * Which of these answers are kept when they are sent. A follow-up's answer is dropped if the answer above no longer
 * leads to it. A kind that keeps only what was asked drops the answers to steps that are no longer shown, for example
 * after consent was refused; answers that this person gave elsewhere a short while ago are added.
 */
export function answersToSend(activity: SteppedActivity, answers: Answers, keeps: Stepping['keeps']): Answers {
  const hidden = activity.steps.filter((step, index) => keeps !== 'all' && !isOnPath({ step, index }, answers));
  const unasked = activity.steps.flatMap(({ questions }) => questions).filter((one) => !isAskedFor(one, answers));
  const known = activity.steps.filter((step) => isAsked(step, answers)).map((step) => step.known ?? {});
  const kept = without(answers, [...questionIdsOf(hidden), ...unasked.map(({ id }) => id)]);
  return Object.assign({}, ...known, kept) as Answers;
}
