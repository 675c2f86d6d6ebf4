import type { OneQuestion, Question } from '../content/course.ts';
import type { Answer, Answers } from '../domain/answers.ts';
import { answerOf } from '../responses/merge.ts';
import type { Text } from '../text/texts.ts';

/** The answer that lets nobody else read, where the person decides who may. */
export const ONLY_ME = 'mig';
/** The question on who may read a whole form; the one beside a question ends so. */
export const READER = 'laeser';

const INSTRUCTOR = 'instruktoer';

/** Ids of the course never hold two hyphens in a row. */
export function readerId(question: Question): string {
  return `${question.id}--${READER}`;
}

/** Whether an answer lets someone else read: everything but "only me" does. */
export function letsRead(question: string, answer: Answer): boolean {
  return (question === READER || question.endsWith(`--${READER}`)) && answer !== ONLY_ME;
}

/**
 * The question beside a question: who may read the answer. It is answered, saved and merged like any other, but it is
 * never sent, and its words are the interface's own. @param text for showing it; its words do not matter for its answer
 */
export function readerOf(question: Question, text?: Text): OneQuestion | undefined {
  if (question.kind !== 'text' || question.mayBeKept !== true) return undefined;
  const words = text?.prep.reader;
  const options = ([INSTRUCTOR, ONLY_ME] as const).map((id) => ({ id, label: words?.options[id] ?? '' }));
  const asked = { id: readerId(question), ask: words?.ask ?? '', hint: '', required: false };
  return { kind: 'one', ...asked, options, suggested: INSTRUCTOR };
}

/** These questions, each with the one on who reads its answer. */
export function withReaders(questions: readonly Question[]): Question[] {
  return questions.flatMap((question) => [question, readerOf(question) ?? []].flat());
}

/** Whether the participant keeps the answer to this question. */
export function isKept(question: Question, answers: Answers): boolean {
  return readerOf(question) !== undefined && answerOf(answers, readerId(question)) === ONLY_ME;
}
