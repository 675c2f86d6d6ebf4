/** Control characters, line ends, and the marks that turn the direction of the text around them. */
const unruly = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** Words from outside on one line, at most `length` characters long. HTML in them is text, and stays so: views escape. */
export function oneLine(text: string | null | undefined, length: number): string {
  // Cut roughly first, so that a huge text is not worked through; then by whole characters, so that no emoji is halved.
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
