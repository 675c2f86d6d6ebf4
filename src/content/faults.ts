import type { Localized } from './localized.ts';

/** A position in a file of the package. Lines and columns begin at 1; `file` is the path as passed to the loader. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** A fault, with a sentence that says what to do. */
export interface Fault extends Place {
  message: Localized;
  /** Faults that are counted separately: words to replace, links, telephone numbers, unwritten texts. */
  about?: 'words' | 'link' | 'phone' | 'placeholder';
}

/** The package cannot be used. `faults` is never empty, and is ordered by file and line. */
export class BadContent extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`Faults in the course package: ${faults.length}\n${faults.map(faultLine).join('\n')}`);
    this.name = 'BadContent';
    this.faults = faults;
  }
}

/**
 * The fault in English, in a format that an editor's terminal can link: `content/x/da/modul-1/forberedelse.yaml:14:9:
 * …`.
 */
export function faultLine(fault: Fault): string {
  return `${fault.file}:${fault.line}:${fault.column}: ${fault.message.en}`;
}

/** By file, line and column: the order in which an author works through them. Duplicates are removed. */
export function inReadingOrder(faults: readonly Fault[]): Fault[] {
  const once = new Map(faults.map((fault) => [faultLine(fault), fault]));
  return [...once.values()].toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
