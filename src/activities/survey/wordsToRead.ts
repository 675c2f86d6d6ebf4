import { lixOf } from '../../content/checks/lix.ts';
import { optionsOf } from '../../content/questions/kinds.ts';
import type { Condition, Question, Step, SurveyActivity } from '../../content/course.ts';

/**
 * How many words people read who answer a whole survey. A scale that occurs again is counted once. Pages that few
 * people see, after declining and for low scores, are not counted.
 */
export function wordsToRead({ title, intro, steps }: Pick<SurveyActivity, 'title' | 'intro' | 'steps'>, no: string) {
  const texts = new Set([title, intro, ...steps.filter((step) => isOnTheWay(step, no)).flatMap(textsOf)]);
  return lixOf([...texts]).words;
}

function isOnTheWay({ when = [] }: Step, no: string): boolean {
  return !when.some((condition) => 'band' in condition || isAnswer(condition, no));
}

function isAnswer(condition: Condition, answer: string): boolean {
  return 'is' in condition && condition.is === answer;
}

function textsOf({ title, html, questions }: Step): string[] {
  return [title, ...wordsIn(html), ...questions.flatMap(textsOfQuestion)];
}

function wordsIn(html: string): string[] {
  return html.split(/<[^>]*>/);
}

function textsOfQuestion(question: Question): string[] {
  const block = question.kind === 'scale' && question.block?.isFirst ? [question.block.ask, question.block.hint] : [];
  return [
    ...wordsIn(question.above?.html ?? ''),
    ...block,
    question.ask,
    question.hint,
    ...optionsOf(question).map(({ label }) => label),
  ];
}
