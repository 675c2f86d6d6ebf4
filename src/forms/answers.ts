import type { Question } from '../content/course.ts';
import { kindOf } from '../content/questions/kinds.ts';
import type { Answer, Answers } from '../domain/answers.ts';
import type { KeptText } from '../http/problem.ts';
import { answerOf } from '../responses/merge.ts';

/** The stored answer as this version of the question understands it: without options that no longer exist. */
export function answerTo(question: Question, answers: Answers): Answer {
  return kindOf(question).answer(question, answerOf(answers, question.id));
}

/** The answer in words: the text, or the labels of the chosen options. */
export function answerInWords(question: Question, answers: Answers): string[] {
  return kindOf(question).inWords(question, answerTo(question, answers));
}

/** These answers in words, each under its question; empty answers are left out. */
export function answersInWords(answers: Answers, questions: readonly Question[]): KeptText[] {
  return questions
    .map((question) => ({ ask: question.ask, text: answerInWords(question, answers).join(', ') }))
    .filter(({ text }) => text !== '');
}
