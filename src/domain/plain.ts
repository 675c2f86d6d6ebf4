/**
 * Normalizes a text, so that equal words are equal texts: one kind of line break, no unprintable characters or unpaired
 * surrogates, no surrounding blanks.
 */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').toWellFormed().trim();
}
