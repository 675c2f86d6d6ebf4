import { memoizeByText } from '../../util/memoizeByText.ts';

/** How hard a text is to read, and the counts behind the figure. */
export interface Lix {
  /** Under 25 children's books, 30 easy, 40 newspapers, over 50 official texts. Zero if there are no words. */
  lix: number;
  words: number;
  sentences: number;
  /** Words of more than six letters. */
  longWords: number;
}

/**
 * LIX = words / sentences + 100 × long words / words. A word is a run of letters or digits, which may contain a hyphen
 * or apostrophe. A sentence ends at a full stop, question mark, exclamation mark or colon, and at the end of its block
 * of text; the full stop in "kl. 10" or "10.30" does not end one. Source: C. H. Björnsson, Läsbarhet, Stockholm: Liber,
 * 1968.
 *
 * @param pieces blocks of text: paragraphs, headings, list items. A sentence never continues into the next block.
 */
export function lixOf(pieces: readonly string[]): Lix {
  const sum = { words: 0, sentences: 0, longWords: 0 };
  for (const { words, sentences, longWords } of pieces.map(countsOf)) {
    sum.words += words;
    sum.sentences += sentences;
    sum.longWords += longWords;
  }
  const { words, sentences, longWords } = sum;
  return { lix: words === 0 ? 0 : words / sentences + (100 * longWords) / words, ...sum };
}

const countsOf = memoizeByText((piece): Omit<Lix, 'lix'> => {
  const sentences = sentencesOf(piece);
  const words = sentences.flatMap(wordsOf);
  const longWords = words.filter((word) => lettersIn(word) > 6).length;
  return { words: words.length, sentences: sentences.length, longWords };
});

/** A run of dots is tried from its beginning alone, or a long one would take minutes. */
const SENTENCE_ENDS = /(?:(?<![.!?…])[.!?…]+["»”’)]*|:)(?=\s+[^\p{Ll}\d]|\s*$)|:\s/u;

/** Parts without a word, such as a row of stars, are not sentences. */
function sentencesOf(piece: string): string[] {
  return piece.split(SENTENCE_ENDS).filter((part) => wordsOf(part).length > 0);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\d]+(?:[-'’.][\p{L}\p{M}\d]+)*/gu) ?? [];
}

function lettersIn(word: string): number {
  return word.match(/\p{L}/gu)?.length ?? 0;
}
