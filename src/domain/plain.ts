/** Characters that end a line or page: in Windows, in Word, in PDF files, and on the web. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Control characters besides tab and line feed, and the noncharacters that mark wrong encodings: nobody can see them. */
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\0-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g;
/** Bullets of Word's Symbol and Wingdings fonts, which are empty boxes in every other font. */
const BULLETS = /[\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc]/g;

/**
 * Normalizes a text, so that equal words are equal texts: one kind of line break and of bullet, no unprintable
 * characters or unpaired surrogates, no surrounding blanks.
 */
export function plain(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(UNPRINTABLE, '').replace(BULLETS, '•').toWellFormed().trim();
}
