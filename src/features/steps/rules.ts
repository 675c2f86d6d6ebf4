import type { Question, Step, SteppedActivity } from '../../content/course.ts';
import type { Answer, Answers } from '../../domain/answers.ts';
import { answerOf } from '../../responses/merge.ts';
import { tooLong, type Fault, type Intent } from '../postedForm.ts';
import { fieldsOf } from './keeping.ts';
import { isAsked, visibleSteps } from './visible.ts';

/** Every question of the activity and who may read the answers, also of steps that are not there for this person. */
export const questionsOf = (activity: SteppedActivity): Question[] => activity.steps.flatMap(fieldsOf);

/** The stored answer as this version of the question understands it: options that no longer exist are left out. */
export const answerTo = (question: Question, answers: Answers): Answer => {
  const stored = answerOf(answers, question.id);
  if (question.kind === 'text') return typeof stored === 'string' ? stored : '';
  const known = question.options.map((option) => option.id);
  if (question.kind === 'many') return known.filter((id) => Array.isArray(stored) && stored.includes(id));
  return typeof stored === 'string' && known.includes(stored) ? stored : '';
};

/** The position of a step given as in the address, 1 and up; undefined where there is none. */
export const stepAt = (activity: SteppedActivity, number: string): number | undefined => {
  const index = /^[1-9]\d{0,2}$/.test(number) ? Number(number) - 1 : -1;
  return activity.steps[index] ? index : undefined;
};

/** Where to go on: the step where the person left, or the first where that step is no more. */
export const resumeAt = (activity: SteppedActivity, step: string | undefined, answers: Answers = {}): number =>
  visibleSteps(activity, answers).find((one) => one.step.id === step)?.index ?? 0;

/** Where a press leads, of the steps that are there after these answers; never outside the activity. */
export const stepAfter = (
  activity: SteppedActivity,
  index: number,
  { intent, answers }: { intent: Intent; answers: Answers },
): number => {
  const visible = visibleSteps(activity, answers).map((one) => one.index);
  if (intent === 'next') return visible.find((other) => other > index) ?? visible.at(-1) ?? 0;
  if (intent === 'back') return visible.findLast((other) => other < index) ?? 0;
  return index;
};

/** Everything that keeps these answers from being sent, by question. What is not asked of this person does not. */
export const hindrances = (activity: SteppedActivity, answers: Answers): Map<string, Fault> =>
  faultsIn(
    visibleSteps(activity, answers).map(({ step }) => step),
    answers,
  );

/** What keeps one from going on: only at a fork, where nobody can know yet where the way leads. */
export const forkFaults = (step: Step | undefined, answers: Answers): Map<string, Fault> =>
  step?.isFork ? faultsIn([step], answers) : new Map<string, Fault>();

const faultsIn = (steps: Step[], answers: Answers): Map<string, Fault> => {
  const found = new Map<string, Fault>();
  for (const question of steps.flatMap((step) => step.questions)) {
    const fault = faultOf(question, answerTo(question, answers));
    if (fault) found.set(question.id, fault);
  }
  return found;
};

const faultOf = (question: Question, answer: Answer): Fault | undefined => {
  if (question.required && answer.length === 0) return { cause: 'missing' };
  return question.kind === 'text' && typeof answer === 'string' ? tooLong(question, answer) : undefined;
};

/** Whether everything that must be answered in a step is. */
export const isStepDone = (step: Step, answers: Answers): boolean => faultsIn([step], answers).size === 0;

/**
 * What of these answers is kept when they are sent. A survey keeps nothing that it did not ask: who says no after all
 * has said nothing; and what this person answered a short while ago elsewhere comes along. Elsewhere a way that was left is still the person's own story.
 */
export const answersToSend = (activity: SteppedActivity, answers: Answers): Answers => {
  if (activity.kind !== 'survey') return answers;
  const hidden = activity.steps.filter((step, index) => index > 0 && !isAsked(step, answers));
  const left = new Set(hidden.flatMap((step) => step.questions.map(({ id }) => id)));
  const known = activity.steps.filter((step) => isAsked(step, answers)).map((step) => step.known ?? {});
  const kept = Object.fromEntries(Object.entries(answers).filter(([question]) => !left.has(question)));
  return Object.assign({}, ...known, kept) as Answers;
};
