import type { Question } from '../content/course.ts';
import { faultMessage, type FormFault, type FormWords, type Wrong } from './faults.ts';
import { inputIdOf } from './field.ts';

/** Where to correct a question that is not on this page. */
export interface Elsewhere {
  path: string;
  /** Number of the step, if the page shows it. */
  step?: number;
}

interface ErrorsInput {
  wrong: Wrong | undefined;
  words: FormWords;
  /** Returns undefined for a question on this page; by default every question is. */
  elsewhere?: (question: Question) => Elsewhere | undefined;
}

/** What is wrong, in the order of the questions, each with a link to where it can be corrected. */
export function errorsOf(questions: readonly Question[], { wrong, words, elsewhere = () => undefined }: ErrorsInput) {
  const errorOf = (question: Question, fault: FormFault) => {
    const { path = '', step } = elsewhere(question) ?? {};
    const message = faultMessage(question, fault, words);
    return {
      href: `${path}#${inputIdOf(question)}`,
      message: step === undefined ? words.here(question.ask, message) : words.inStep(step, question.ask, message),
    };
  };
  const errors = questions.flatMap((question) => {
    const fault = wrong?.faults.get(question.id);
    return fault ? [errorOf(question, fault)] : [];
  });
  const isUnplaced = (wrong?.unplacedTexts.length ?? 0) > 0;
  return isUnplaced ? [...errors, { href: '#strays', message: words.fault.stray }] : errors;
}
