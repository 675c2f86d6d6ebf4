import type { Question, SurveyActivity } from '../../content/course.ts';
import type { Score } from '../../content/instruments/instrument.ts';
import { isComparable, rangeOf, scoreOf } from '../../content/instruments/scores.ts';
import { isAskedFor } from '../../content/questions/followUps.ts';
import { pointsOf } from '../../content/questions/scale.ts';
import type { Answers } from '../../domain/answers.ts';
import { answerTo } from '../../forms/answers.ts';
import type { Values } from './disclosure/stepStore.ts';

/** Something of a survey that has a figure: a question with options or numbers, or a score. Never free text. */
export interface Evaluated {
  id: string;
  ask: string;
  kind: 'scale' | 'one' | 'many' | 'number' | 'score';
  /** The values that are counted, in column order. */
  options: {
    id: string;
    label: string;
    /** Its number in the values; an option of `many` is 1 under its own key. */
    code: number;
  }[];
  /** The ends of the numbers that have a mean; undefined for options without one. */
  range: { low: number; high: number } | undefined;
  /** Whether people may have no answer: they were not asked, or left it open. */
  isForSome: boolean;
}

/** The code of the first way out, such as "don't know"; further ones count down. They are part of no mean. */
const EXIT_FIRST = -1;

/** Everything of a survey that is evaluated, in its order: its questions, then its scores. */
export function evaluatedOf(survey: SurveyActivity): Evaluated[] {
  return [...questionsOf(survey).map(evaluatedQuestion), ...scoresOf(survey).map(evaluatedScore)];
}

type Countable = Exclude<Question, { kind: 'text' }>;

/** Without the consents, which are not about the course, and without text. */
function questionsOf({ steps, consent, share }: SurveyActivity): Countable[] {
  return steps
    .flatMap((step) => step.questions)
    .filter((question) => question.kind !== 'text')
    .filter(({ id }) => id !== consent && id !== share);
}

function scoresOf({ instruments }: SurveyActivity): Score[] {
  return instruments.flatMap((instrument) => instrument.scores);
}

function evaluatedQuestion(question: Countable): Evaluated {
  const { id, ask, kind, required, when } = question;
  const options = optionsWithCodes(question);
  return { id, ask, kind, options, range: rangeOfQuestion(question), isForSome: !required || when !== undefined };
}

function rangeOfQuestion(question: Countable): Evaluated['range'] {
  if (question.kind === 'number') return { low: question.min, high: question.max };
  if (question.kind !== 'scale') return undefined;
  const points = pointsOf(question).map(({ id }) => Number(id));
  return { low: points[0] ?? 0, high: points.at(-1) ?? 0 };
}

function optionsWithCodes(question: Countable): Evaluated['options'] {
  const exits = question.options.filter(({ isExit }) => isExit);
  const chosen = question.kind === 'scale' ? pointsOf(question) : question.options.filter(({ isExit }) => !isExit);
  return [
    ...chosen.map(({ id, label }, index) => ({ id, label, code: question.kind === 'scale' ? Number(id) : index + 1 })),
    ...exits.map(({ id, label }, index) => ({ id, label, code: EXIT_FIRST - index })),
  ];
}

function evaluatedScore(score: Score): Evaluated {
  return { id: score.id, ask: score.label, kind: 'score', options: [], range: rangeOf(score), isForSome: true };
}

/** The key of one option of a question with several. */
export function keyOf({ id }: Pick<Evaluated, 'id'>, option: string): string {
  return `${id}/${option}`;
}

/**
 * A person's answers as numbers; undefined if a required answer is missing. Questions that they were not asked, or were
 * free to leave open, are absent.
 */
export function valuesOf(survey: SurveyActivity, answers: Answers): Values | undefined {
  const values: Record<string, number> = {};
  for (const question of questionsOf(survey)) {
    if (!isAskedFor(question, answers)) continue;
    const found = numbersOf(question, answerTo(question, answers));
    if (found) Object.assign(values, found);
    else if (question.required) return undefined;
  }
  for (const score of scoresOf(survey)) {
    const number = scoreOf(score, answers);
    if (number !== undefined) values[score.id] = number;
  }
  return values;
}

function numbersOf(question: Countable, answer: string | string[]): Values | undefined {
  if (answer.length === 0) return undefined;
  const options = optionsWithCodes(question);
  if (question.kind === 'many') {
    const chosen = [answer].flat();
    return Object.fromEntries(options.map(({ id }) => [keyOf(question, id), chosen.includes(id) ? 1 : 0]));
  }
  if (typeof answer !== 'string') return undefined;
  const code = options.find(({ id }) => id === answer)?.code;
  if (code !== undefined) return { [question.id]: code };
  return question.kind === 'number' && /^\d+$/.test(answer) ? { [question.id]: Number(answer) } : undefined;
}

/**
 * Whether answers to this version of a survey may be counted together with answers to the present one: each instrument
 * is the same, or declares the earlier version comparable. @param version as a response has it: `job.3+who-5.1:<hash>`
 */
export function isCountable({ instruments }: Pick<SurveyActivity, 'instruments'>, version: string): boolean {
  const answered = new Map(
    (version.split(':')[0] ?? '').split('+').map((part): [string, number] => {
      const at = part.lastIndexOf('.');
      return [part.slice(0, at), Number(part.slice(at + 1))];
    }),
  );
  return instruments.every((instrument) => {
    const earlier = answered.get(instrument.id);
    return earlier === undefined || isComparable(instrument, earlier);
  });
}
