import type { Condition, Consequence, Question, Step, SteppedActivity } from '../../content/course.ts';
import { bandOf, scoreOf } from '../../content/instruments/scores.ts';
import { optionsOf } from '../../content/questions/kinds.ts';
import type { Answers } from '../../domain/answers.ts';
import { answerOf } from '../../responses/merge.ts';

/** A step with its position among all steps of the activity, which is part of its address. */
export interface StepAt {
  step: Step;
  /** From 0. It stays the same, whatever is answered. */
  index: number;
}

type Holding = 'yes' | 'no' | 'not yet known';

/** The steps that a person with these answers sees, in order; always includes the first step. */
export function visibleSteps(activity: SteppedActivity, answers: Answers): StepAt[] {
  return activity.steps
    .map((step, index) => ({ step, index }))
    .filter(({ step, index }) => index === 0 || isShown(step, answers));
}

/** The step that a person sees at an address; if that step is no longer on their path, the one before it. */
export function shownAt(activity: SteppedActivity, index: number, answers: Answers): StepAt | undefined {
  return visibleSteps(activity, answers).findLast((one) => one.index <= index);
}

export function isShown(step: Step, answers: Answers): boolean {
  return !step.known && !step.goesOn && isAsked(step, answers);
}

/** The consequence that an earlier answer led to; undefined if the step has none, or the answer is missing. */
export function consequenceOf({ openings = [] }: Step, answers: Answers): Consequence | undefined {
  return openings.find(({ when }) => holding(when, answers) === 'yes');
}

/** Whether a person with these answers is asked the step at this place; the first always is. */
export function isOnPath({ step, index }: StepAt, answers: Answers): boolean {
  return index === 0 || isAsked(step, answers);
}

/** Whether the step belongs to this person's path, including steps left out because their answers are known. */
export function isAsked(step: Step, answers: Answers): boolean {
  return holding(step.when ?? [], answers) === 'yes';
}

/**
 * The step, from 0, that a score of this step's answers brings up: someone who sends from here must see it, too.
 * Undefined if there is none.
 */
export function stepToldBy(activity: SteppedActivity, { questions }: Step, answers: Answers): number | undefined {
  const here = new Set(questions.map(({ id }) => id));
  const isOfHere = (condition: Condition) =>
    'score' in condition && condition.score.items.some(({ question }) => here.has(question));
  return visibleSteps(activity, answers).find(({ step }) => step.when?.some(isOfHere))?.index;
}

/** Whether a step is the one to send from: no other comes after it, whatever is answered there. */
export function isLastStep(
  { activity, step, index }: { activity: SteppedActivity; step: Step; index: number },
  answers: Answers = {},
): boolean {
  return !step.isFork && visibleSteps(activity, answers).at(-1)?.index === index;
}

/** Whether the number of steps is known: no later answer can still add one. */
export function isWayKnown(activity: SteppedActivity, answers: Answers): boolean {
  return activity.steps.every((step) => holding(step.when ?? [], answers) !== 'not yet known');
}

/** How many steps the longest way from here has, for people who have not yet come to a fork. */
export function longestWay(activity: SteppedActivity, answers: Answers): number {
  const open = forkAhead(activity, answers);
  if (!open) return visibleSteps(activity, answers).length;
  return Math.max(...optionsOf(open).map(({ id }) => longestWay(activity, { ...answers, [open.id]: id })));
}

/** The first question without an answer that decides which steps come. */
function forkAhead(activity: SteppedActivity, answers: Answers): Question | undefined {
  const asked = visibleSteps(activity, answers).flatMap(({ step }) => step.questions);
  const deciding = new Set(
    activity.steps.flatMap(({ when = [] }) => when.flatMap((one) => ('question' in one ? one.question : []))),
  );
  return asked.find((question) => deciding.has(question.id) && (answerOf(answers, question.id) ?? '').length === 0);
}

function holding(conditions: Condition[], answers: Answers): Holding {
  const held = conditions.map((condition) => holds(condition, answers));
  if (held.includes('no')) return 'no';
  return held.includes('not yet known') ? 'not yet known' : 'yes';
}

function holds(condition: Condition, answers: Answers): Holding {
  if ('score' in condition) {
    const score = scoreOf(condition.score, answers);
    // Most people never see such a page, so it is not counted before their answers bring it up.
    return score !== undefined && bandOf(condition.score, score)?.id === condition.band ? 'yes' : 'no';
  }
  const answer = answerOf(answers, condition.question) ?? '';
  if (answer.length === 0) return 'not yet known';
  return answer === condition.is ? 'yes' : 'no';
}
