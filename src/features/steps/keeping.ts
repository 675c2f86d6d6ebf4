import type { ChoiceQuestion, Question, Step, SteppedActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import { answerOf } from '../../responses/merge.ts';
import type { Text } from '../../text/texts.ts';

/** Who reads an answer to a question where the content leaves that to the participant. */
const READERS = ['instruktoer', 'mig'] as const;
const ONLY_ME = 'mig';

/** Ids of the course never hold two hyphens in a row. */
const idOf = (question: Question): string => `${question.id}--laeser`;

/**
 * The question beside a question: who may read the answer. It is answered, saved and merged like any other, but it is
 * never sent, and its words are the interface's own. @param text for showing it; its words do not matter for its answer
 */
export const readerOf = (question: Question, text?: Text): ChoiceQuestion | undefined => {
  if (question.kind !== 'text' || question.mayBeKept !== true) return undefined;
  const words = text?.prep.reader;
  const options = READERS.map((id) => ({ id, label: words?.options[id] ?? '' }));
  return { id: idOf(question), kind: 'one', ask: words?.ask ?? '', hint: '', required: false, options };
};

/** The questions of a step, each with the one on who reads it. */
export const fieldsOf = (step: Step): Question[] =>
  step.questions.flatMap((question) => [question, readerOf(question) ?? []].flat());

/** Whether the participant keeps the answer to this question. */
export const isKept = (question: Question, answers: Answers): boolean =>
  readerOf(question) !== undefined && answerOf(answers, idOf(question)) === ONLY_ME;

/** What others may read of these answers: nothing that is kept, nor that something is. */
export const withoutKept = (activity: SteppedActivity, answers: Answers, keptIn = answers): Answers => {
  const all = activity.steps.flatMap((step) => step.questions);
  const kept = all.filter((question) => isKept(question, keptIn)).map(({ id }) => id);
  const left = new Set([...kept, ...all.map(idOf)]);
  return Object.fromEntries(Object.entries(answers).filter(([question]) => !left.has(question)));
};
