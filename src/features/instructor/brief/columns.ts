import type { questionBlock } from '../questionBlock.ts';

type Block = ReturnType<typeof questionBlock>;

/** Lines that the heading of a question takes, and each answer and bar below it. */
const HEADING = 4;
const ANSWER = 3;
const BAR = 1;

/**
 * Questions in two columns that are about equally long, in their own order: down the first, then down the second.
 * @param before lines that stand above the first column's questions
 */
export function columnsOf(questions: Block[], before = 0): Block[][] {
  const heights = questions.map(heightOf);
  const total = before + heights.reduce((sum, height) => sum + height, 0);
  let left = before;
  const split = heights.findIndex((height) => {
    left += height;
    return left - height / 2 > total / 2;
  });
  return split <= 0 ? [questions] : [questions.slice(0, split), questions.slice(split)];
}

function heightOf({ texts, choices }: Block): number {
  return HEADING + (texts?.first.length ?? 0) * ANSWER + choices.length * BAR;
}
