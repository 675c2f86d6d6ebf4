import type { Question, SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { errorsOf, type Elsewhere } from '../../forms/errors.ts';
import type { FormWords, Wrong } from '../../forms/faults.ts';
import { stepPath } from '../addresses.ts';
import { visibleSteps } from './visible.ts';

interface ErrorsInput {
  activity: SteppedActivity;
  /** Position of the step that is shown, from 0. */
  index: number;
  viewer: Viewer;
  words: FormWords;
  answers: Answers;
  wrong: Wrong | undefined;
}

/** What is wrong, in the order of the steps, each with a link to where it can be corrected. */
export function stepErrors({ activity, index, viewer, words, answers, wrong }: ErrorsInput) {
  const shown = visibleSteps(activity, answers).map((one) => one.index);
  const elsewhere = (question: Question): Elsewhere | undefined => {
    const at = activity.steps.findIndex(({ questions }) => questions.includes(question));
    return at === index ? undefined : { path: stepPath(viewer, activity.id, at + 1), step: shown.indexOf(at) + 1 };
  };
  const questions = activity.steps.flatMap((step) => step.questions);
  return errorsOf(questions, { wrong, words, elsewhere });
}
