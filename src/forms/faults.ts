import type { Question } from '../content/course.ts';
import type { AnswerFault } from '../content/questions/kind.ts';
import { isAskedFor } from '../content/questions/followUps.ts';
import { kindOf } from '../content/questions/kinds.ts';
import type { Answers } from '../domain/answers.ts';
import type { Text } from '../text/texts.ts';
import { answerTo } from './answers.ts';

export type FormFault =
  | AnswerFault
  /** The text is not stored; it is kept here, with what the page showed, so that the page can ask about it. */
  | { cause: 'cpr'; text: string; base: string }
  /** Far longer than the field has room for: kept here in the same way, so that the page shows all of it. */
  | { cause: 'far-too-long'; length: number; text: string; base: string }
  | { cause: 'missing' | 'unreadable' };

/** What is wrong with a form, as its page shows it. */
export interface Wrong {
  /** By question; includes other steps if these keep the whole from being sent. */
  faults: ReadonlyMap<string, FormFault>;
  /** Texts for which the form has no field. */
  unplacedTexts: string[];
}

/** The words around a form; each kind of activity has its own. */
export type FormWords = Text['prep'];

/** Everything that prevents these answers from being sent, by question. */
export function blockingFaults(questions: readonly Question[], answers: Answers): Map<string, FormFault> {
  const found = new Map<string, FormFault>();
  for (const question of questions.filter((one) => isAskedFor(one, answers))) {
    const fault = blockingFault(question, answers);
    if (fault) found.set(question.id, fault);
  }
  return found;
}

function blockingFault(question: Question, answers: Answers): FormFault | undefined {
  const answer = answerTo(question, answers);
  if (question.required && answer.length === 0) return { cause: 'missing' };
  return kindOf(question).fault(question, answer);
}

export function faultMessage(question: Question, fault: FormFault, { fault: words }: FormWords): string {
  if (fault.cause === 'too-long')
    return question.kind === 'text' ? words.tooLong(question.maxLength, fault.length) : '';
  if (fault.cause === 'far-too-long')
    return question.kind === 'text' ? words.farTooLong(question.maxLength, fault.length) : '';
  return fault.cause === 'out-of-bounds' ? words.outOfBounds(fault.min, fault.max) : words[fault.cause];
}

/** Whether the answer is stored in spite of this, so that the person can take their time to mend it. */
export function isStored(fault: FormFault): boolean {
  return fault.cause === 'too-long' || fault.cause === 'out-of-bounds' || (fault.cause === 'not-whole' && !fault.text);
}

/** The text that a field shows in place of the stored one, because it is not stored. */
export function refusedText(fault: FormFault | undefined): string | undefined {
  return fault && 'text' in fault ? fault.text : undefined;
}
