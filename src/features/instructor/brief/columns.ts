import type { questionBlock } from '../questionBlock.ts';

type Block = ReturnType<typeof questionBlock>;

interface Column {
  height: number;
  questions: Block[];
}

/** How many columns a screen of 1280 px has room for beside the notes. */
const COLUMNS = 3;

/** Approximate heights in pixels on such a screen, and characters per line. */
const HEIGHT = { line: 25, bar: 28, tools: 40, card: 54, fold: 50, gap: 20 };
const CHARACTERS = { ask: 26, words: 30, label: 18 };

/**
 * Divides questions into columns of about equal length: the longest question first, each into the column that is then
 * the shortest. Within a column they keep their order.
 * @param before pixels that something else takes at the top of the first column
 */
export function columnsOf(questions: Block[], before = 0): Block[][] {
  const columns = Array.from({ length: COLUMNS }, (_, index): Column => ({
    height: index === 0 ? before : 0,
    questions: [],
  }));
  for (const question of questions.toSorted((one, other) => heightOf(other) - heightOf(one))) {
    const shortest = columns.reduce((best, column) => (column.height < best.height ? column : best));
    shortest.questions.push(question);
    shortest.height += heightOf(question);
  }
  const [first, ...others] = columns.map((column) => questions.filter((one) => column.questions.includes(one)));
  const filled = others.filter((column) => column.length > 0);
  return [...(first && (first.length > 0 || before > 0) ? [first] : []), ...filled];
}

function heightOf({ ask, counts, texts, choices }: Block): number {
  const heading = HEIGHT.line * (linesIn(ask, CHARACTERS.ask) + (counts === '' ? 0 : 1));
  const cards = texts?.first.map(
    ({ text, beginning }) => HEIGHT.card + HEIGHT.line * linesIn(beginning || text, CHARACTERS.words),
  );
  const bars = choices.map(({ label }) => HEIGHT.bar * linesIn(label, CHARACTERS.label));
  const parts = [...(cards ?? []), ...bars].reduce((sum, height) => sum + height, 0);
  const fold = texts && texts.folded.length > 0 ? HEIGHT.fold : 0;
  return HEIGHT.gap + heading + parts + fold + (choices.length > 0 ? HEIGHT.tools : 0);
}

function linesIn(words: string, characters: number): number {
  return Math.ceil(words.length / characters);
}
