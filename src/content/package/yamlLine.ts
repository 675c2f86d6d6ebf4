/** A line of YAML, as far as causes need it. */
export interface Line {
  written: string;
  /** Where its dashes and its word begin, from the left. */
  columns: readonly number[];
  isList: boolean;
  /** The word before the colon. */
  key: string | undefined;
  value: string;
}
