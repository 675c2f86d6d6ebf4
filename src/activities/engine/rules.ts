import type { Question, Step, SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import { blockingFaults, type Fault } from '../../forms/faults.ts';
import type { Intent } from '../../forms/posted.ts';
import { withReaders } from '../../forms/readers.ts';
import type { Stepping } from './stepping.ts';
import { isAsked, visibleSteps } from './visible.ts';

/** Every question of the activity and who may read the answers, also of steps that are not there for this person. */
export function questionsOf({ steps }: SteppedActivity): Question[] {
  return withReaders(steps.flatMap(({ questions }) => questions));
}

/** The position of a step given as in the address, 1 and up; undefined where there is none. */
export function stepAt(activity: SteppedActivity, number: string): number | undefined {
  const index = /^[1-9]\d{0,2}$/.test(number) ? Number(number) - 1 : -1;
  return activity.steps[index] ? index : undefined;
}

/** Where to go on: the step where the person left, or the first where that step is no more. */
export function resumeAt(activity: SteppedActivity, step: string | undefined, answers: Answers = {}): number {
  return visibleSteps(activity, answers).find((one) => one.step.id === step)?.index ?? 0;
}

/** Where a press leads, of the steps that are there after these answers; never outside the activity. */
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

/** Everything that keeps these answers from being sent, by question. What is not asked of this person does not. */
export function faultsIn(activity: SteppedActivity, answers: Answers): Map<string, Fault> {
  return blockingFaults(
    visibleSteps(activity, answers).flatMap(({ step }) => step.questions),
    answers,
  );
}

/** What keeps one from going on: only at a fork, where nobody can know yet where the way leads. */
export function forkFaults({ isFork, questions }: Step, answers: Answers): Map<string, Fault> {
  return blockingFaults(isFork ? questions : [], answers);
}

/** Whether everything that must be answered in a step is. */
export function isStepDone(step: Step, answers: Answers): boolean {
  return blockingFaults(step.questions, answers).size === 0;
}

/**
 * What of these answers is kept when they are sent. A kind that keeps only what was asked drops the answers to steps that
 * are no longer shown, for example after a no to taking part; what this person answered a short while ago elsewhere comes
 * along.
 */
export function answersToSend(activity: SteppedActivity, answers: Answers, keeps: Stepping['keeps']): Answers {
  if (keeps === 'all') return answers;
  const hidden = activity.steps.filter((step, index) => index > 0 && !isAsked(step, answers));
  const left = new Set(hidden.flatMap((step) => step.questions.map(({ id }) => id)));
  const known = activity.steps.filter((step) => isAsked(step, answers)).map((step) => step.known ?? {});
  const kept = Object.fromEntries(Object.entries(answers).filter(([question]) => !left.has(question)));
  return Object.assign({}, ...known, kept) as Answers;
}
