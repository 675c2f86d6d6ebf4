import type { OneQuestion, Question } from '../content/course.ts';
import type { Answer, Answers } from '../domain/answers.ts';
import { answerOf } from '../responses/merge.ts';
import type { Text } from '../text/texts.ts';

/** The answer that lets nobody else read, for questions where the person decides. */
export const ONLY_ME = 'mig';
/**
 * Id of the question about who may read a whole form. The id of the question beside another question ends with this.
 */
export const READER = 'laeser';

const INSTRUCTOR = 'instruktoer';

/** Ids in the course never have two hyphens in a row, so this one is free. */
export function readerId(question: Question): string {
  return `${question.id}--${READER}`;
}

/** Whether an answer lets someone else read: every answer except "only me" does. */
export function letsRead(question: string, answer: Answer): boolean {
  return (question === READER || question.endsWith(`--${READER}`)) && answer !== ONLY_ME;
}

/**
 * The question beside a question: who may read the answer. It is answered, saved and merged like any other, but it is
 * never sent, and its words come from the interface.
 * @param text for showing it; its words do not affect its answer
 */
export function readerOf(question: Question, text?: Text): OneQuestion | undefined {
  if (question.kind !== 'text' || question.mayBeKept !== true) return undefined;
  const words = text?.prep.reader;
  const options = ([INSTRUCTOR, ONLY_ME] as const).map((id) => ({ id, label: words?.options[id] ?? '' }));
  const asked = { id: readerId(question), ask: words?.ask ?? '', hint: '', required: false };
  return { kind: 'one', ...asked, options, suggested: INSTRUCTOR };
}

/** These questions, each followed by the question about who reads its answer. */
export function withReaders(questions: readonly Question[]): Question[] {
  return questions.flatMap((question) => [question, readerOf(question) ?? []].flat());
}

/** Whether the participant keeps the answer to this question private. */
export function isKept(question: Question, answers: Answers): boolean {
  return readerOf(question) !== undefined && answerOf(answers, readerId(question)) === ONLY_ME;
}
