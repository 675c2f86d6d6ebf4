/** A tired reader on a phone; people read 200 to 250 words a minute when they are rested and the text is easy. */
const WORDS_A_MINUTE = 130;

/** Minutes that a text of so many words takes to read, rounded up. */
export function minutesToRead(words: number): number {
  return Math.ceil(words / WORDS_A_MINUTE);
}
