import type { SteppedActivity, Question } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { stepPath } from './addresses.ts';
import { faultMessage, inputIdOf } from './questionModel.ts';
import type { Fault } from '../postedForm.ts';
import { visibleSteps } from './visible.ts';
import { wordsOf } from './words.ts';

/** What is wrong with a posted step. */
export interface Wrong {
  /** By question; also of other steps, where they keep the activity from being sent. */
  faults: ReadonlyMap<string, Fault>;
  /** Texts for which the activity has no field. */
  strays: string[];
}

interface ErrorsInput {
  activity: SteppedActivity;
  /** Position of the step that is shown, 0 and up. */
  index: number;
  viewer: Viewer;
  answers: Answers;
  wrong: Wrong;
}

/** What is wrong, in the order of the steps, each with a link to where it is put right. */
export const stepErrors = ({
  activity,
  index,
  viewer,
  answers,
  wrong,
}: ErrorsInput): { href: string; message: string }[] => {
  const said = wordsOf(activity, viewer.language);
  const shown = visibleSteps(activity, answers).map((one) => one.index);
  const errorOf = (question: Question, at: number) => {
    const fault = wrong.faults.get(question.id);
    if (!fault) return [];
    const words = faultMessage(question, fault, said);
    const message =
      at === index ? said.here(question.ask, words) : said.inStep(shown.indexOf(at) + 1, question.ask, words);
    const page = at === index ? '' : stepPath(viewer, activity.id, at);
    return [{ href: `${page}#${inputIdOf(question)}`, message }];
  };
  const errors = activity.steps.flatMap((step, at) => step.questions.flatMap((question) => errorOf(question, at)));
  return wrong.strays.length > 0 ? [...errors, { href: '#strays', message: said.fault.stray }] : errors;
};
