/** A part of a figure: a bar with its number. */
export interface Part {
  label: string;
  /** People; undefined for a mean. */
  count?: number;
  /** 0 to 1: how long the bar is. */
  share: number;
  mean?: number;
  interval?: { low: number; high: number } | undefined;
  /** How many people the part is about, if parts differ. */
  n?: number;
  effect?: number | undefined;
}

/** A figure of the report: shown as a table, a drawing and a sentence, and the same in every file. */
export interface ReportFigure {
  /** Lower-case ASCII with hyphens; part of the address of its drawing. */
  id: string;
  title: string;
  /** For answers to the same question at several times: their common name, and the name of this time. */
  beside?: { title: string; name: string };
  kind: 'counts' | 'means' | 'changes';
  /** How many people it is about; undefined if its parts differ. */
  n: number | undefined;
  parts: Part[];
  /** What it says, in plain words; one for each change. */
  sentences: string[];
}

export interface ReportSection {
  id: string;
  title: string;
  /** The rules by which it is counted, and who is included. */
  notes: string[];
  figures: ReportFigure[];
}
