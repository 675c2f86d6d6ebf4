/** Control characters, line ends, and marks that change the direction of the surrounding text. */
const unruly = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** Text from outside as one line of at most `length` characters. HTML in it stays plain text: the views escape it. */
export function oneLine(text: string | null | undefined, length: number): string {
  // A rough cut first, so that a huge text is not processed; then a cut by whole characters, so that no emoji is
  // halved.
  const line = (text ?? '')
    .slice(0, length * 20)
    .toWellFormed()
    .replace(unruly, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= length
    ? line
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
