import { labelsOf, type QuestionEntry } from './kinds.ts';

/**
 * The texts that people read of a package's questions, each with its place in the file. @param path of the list of
 * questions
 */
export function wordsOfQuestions(
  questions: readonly QuestionEntry[],
  path: readonly PropertyKey[],
): [PropertyKey[], string][] {
  return questions.flatMap((question, index): [PropertyKey[], string][] => {
    const at = [...path, index];
    return [
      [[...at, 'ask'], question.ask],
      [[...at, 'hint'], question.hint],
      ...labelsOf(question).map((label): [PropertyKey[], string] => [at, label]),
    ];
  });
}
