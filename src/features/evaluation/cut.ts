/** A text of at most so many characters; whole characters, so that none is halved. */
export function cut(words: string, most: number): string {
  const all = Array.from(words);
  return all.length > most ? `${all.slice(0, most - 1).join('')}…` : words;
}
