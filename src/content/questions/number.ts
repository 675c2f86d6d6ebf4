import { z } from 'zod';
import type { Answer } from '../../domain/answers.ts';
import { plain } from '../../domain/plain.ts';
import { because } from '../localized.ts';
import { lineSchema } from '../reading/schema.ts';
import { exitLabels, exitOptions, exits } from './exits.ts';
import { asked, type AnswerFault, type Option, type QuestionBase, type QuestionKind } from './kind.ts';
import { refusals } from './refusals.ts';

/** A question answered with a whole number. The answer is its digits, or the id of a way out. */
export interface NumberQuestion extends QuestionBase {
  kind: 'number';
  min: number;
  max: number;
  /** What is counted: "timer om ugen". */
  unit: string;
  /** The ways out. */
  options: Option[];
}

/** Larger numbers are no plausible answers, but may be CPR or telephone numbers, which must not be stored. */
const LONGEST = 7;

const schema = z
  .strictObject({
    kind: z.literal('number'),
    ...asked,
    ...exits,
    min: z.int().min(0).max(999_999),
    max: z.int().min(1).max(999_999),
    unit: lineSchema.default(''),
  })
  .refine(({ min, max }) => min < max, { path: ['max'], ...because(refusals.maxBelowMin) });

export const number: QuestionKind<NumberQuestion, typeof schema> = {
  schema,
  read: ({ dontKnow, noAnswer, ...question }) => ({ ...question, options: exitOptions({ dontKnow, noAnswer }) }),
  labels: ({ unit, ...entry }) => [unit, ...exitLabels(entry)].filter(Boolean),
  holds: 'choice',
  parse: (question, given) => {
    const [first = '', ...more] = withoutContradiction(question, given.map(plain).filter(Boolean));
    if (more.length > 0) return { fault: { cause: 'repeated' } };
    if (isExit(question, first)) return { posted: first };
    if (first.length > LONGEST) return { fault: { cause: 'not-whole', text: first } };
    return { posted: first, fault: numberFault(question, first) };
  },
  answer: (_question, stored) => (typeof stored === 'string' ? stored : ''),
  fault: numberFault,
  inWords: (question, answer) => {
    const exit = question.options.find(({ id }) => id === answer);
    return [exit?.label ?? [answer, question.unit].filter(Boolean).join(' ')].filter(() => answer.length > 0);
  },
  options: ({ options }) => options,
  partial: () => 'number',
  hint: '',
  model: ({ unit }) => ({ unit }),
};

function numberFault(question: NumberQuestion, answer: Answer): AnswerFault | undefined {
  if (answer.length === 0 || isExit(question, answer)) return undefined;
  if (!/^\d{1,7}$/.test(String(answer))) return { cause: 'not-whole' };
  const { min, max } = question;
  const isWithin = Number(answer) >= min && Number(answer) <= max;
  return isWithin ? undefined : { cause: 'out-of-bounds', min, max };
}

/** Beside a number, a way out falls away. */
function withoutContradiction(question: NumberQuestion, given: string[]): string[] {
  const numbers = given.filter((one) => !isExit(question, one));
  return numbers.length > 0 ? numbers : given.slice(0, 1);
}

function isExit({ options }: NumberQuestion, answer: Answer): boolean {
  return options.some(({ id }) => id === answer);
}
