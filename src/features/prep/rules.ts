import type { PrepActivity, PrepStep, Question } from '../../content/course.ts';
import type { Answer, Answers } from '../../domain/answers.ts';
import { answerOf } from '../../responses/merge.ts';

/** What a person may ask for with a form's buttons (contract). Each of them saves first. */
export type Intent = 'save' | 'next' | 'back' | 'send';

export const questionsOf = (activity: PrepActivity): Question[] => activity.steps.flatMap((step) => step.questions);

/** The stored answer as this version of the question understands it: options that no longer exist are left out. */
export const answerTo = (question: Question, answers: Answers): Answer => {
  const stored = answerOf(answers, question.id);
  if (question.kind === 'text') return typeof stored === 'string' ? stored : '';
  const known = question.options.map((option) => option.id);
  if (question.kind === 'many') return known.filter((id) => Array.isArray(stored) && stored.includes(id));
  return typeof stored === 'string' && known.includes(stored) ? stored : '';
};

/** The position of a step given as in the address, 1 and up; undefined where there is none. */
export const stepAt = (activity: PrepActivity, number: string): number | undefined => {
  const index = /^[1-9]\d{0,2}$/.test(number) ? Number(number) - 1 : -1;
  return activity.steps[index] ? index : undefined;
};

/** Where to go on: the step where the person left, or the first where that step is no more. */
export const resumeAt = (activity: PrepActivity, step: string | undefined): number =>
  Math.max(
    0,
    activity.steps.findIndex(({ id }) => id === step),
  );

/** Where a press leads; never outside the activity. */
export const stepAfter = (activity: PrepActivity, index: number, intent: Intent): number => {
  const wanted = { save: index, send: index, next: index + 1, back: index - 1 }[intent];
  return Math.min(Math.max(wanted, 0), activity.steps.length - 1);
};

export type Fault =
  | { cause: 'missing' }
  | { cause: 'too-long'; length: number }
  | { cause: 'repeated' | 'unknown-option' | 'unreadable' };

/** Everything that keeps these answers from being sent, by question. */
export const hindrances = (activity: PrepActivity, answers: Answers): Map<string, Fault> => {
  const found = new Map<string, Fault>();
  for (const question of questionsOf(activity)) {
    const fault = faultOf(question, answerTo(question, answers));
    if (fault) found.set(question.id, fault);
  }
  return found;
};

const faultOf = (question: Question, answer: Answer): Fault | undefined => {
  if (question.required && answer.length === 0) return { cause: 'missing' };
  return typeof answer === 'string' ? tooLong(question, answer) : undefined;
};

export const tooLong = (question: Question, text: string): Fault | undefined => {
  return question.kind === 'text' && text.length > question.maxLength
    ? { cause: 'too-long', length: text.length }
    : undefined;
};

/** Whether everything that must be answered in a step is. */
export const isStepDone = (step: PrepStep, answers: Answers): boolean =>
  step.questions.every((question) => !faultOf(question, answerTo(question, answers)));
