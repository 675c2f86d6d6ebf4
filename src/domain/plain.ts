/** One kind of line break, nothing unprintable or half a character, nothing around it: the same words are the same text. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').toWellFormed().trim();
}
