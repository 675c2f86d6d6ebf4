import { z } from 'zod';
import { plain } from '../../domain/plain.ts';
import { asked, type AnswerFault, type QuestionBase, type QuestionKind } from './kind.ts';

/** A question answered in free text. */
export interface TextQuestion extends QuestionBase {
  kind: 'text';
  /** Longest answer, in characters. */
  maxLength: number;
  /** Height of the field, in lines. */
  rows?: number;
  /** One line, for an answer of a few words. */
  isShort?: boolean | undefined;
  /** Whether the participant may decide that nobody else reads the answer. */
  mayBeKept?: boolean;
}

const LONGEST_ANSWER = 2000;
const LONGEST_SHORT = 100;
const ROWS = 4;

const schema = z.strictObject({
  kind: z.literal('text'),
  ...asked,
  maxLength: z.int().min(50).max(10_000).optional(),
  /** One line, for an answer of a few words. */
  isShort: z.boolean().optional(),
  /** The participant may decide that nobody else reads this answer. */
  mayBeKept: z.boolean().default(false),
});

export const text: QuestionKind<TextQuestion, typeof schema> = {
  schema,
  read: ({ maxLength, ...entry }) => ({
    ...entry,
    maxLength: maxLength ?? (entry.isShort ? LONGEST_SHORT : LONGEST_ANSWER),
  }),
  labels: () => [],
  holds: 'text',
  parse: (question, given) => {
    const posted = given.map(plain).filter(Boolean).join('\n\n');
    return { posted, fault: given.length > 1 ? { cause: 'repeated' } : tooLong(question, posted) };
  },
  answer: (_question, stored) => (typeof stored === 'string' ? stored : ''),
  fault: (question, answer) => tooLong(question, String(answer)),
  inWords: (_question, answer) => [answer].flat().filter(Boolean),
  options: () => [],
  partial: ({ isShort }) => (isShort ? 'shortText' : 'text'),
  hint: '',
  model: ({ maxLength, rows = ROWS }) => ({ maxLength, rows }),
};

function tooLong({ maxLength }: TextQuestion, { length }: string): AnswerFault | undefined {
  return length > maxLength ? { cause: 'too-long', length } : undefined;
}
