import type { Language } from '../domain/viewer.ts';
import type { Fault, Place } from './faults.ts';

/** What every part of the loader is handed: where the package lies, and where to put what it finds. */
export interface Reading {
  /** The package's folder, as the caller wrote it. */
  folder: string;
  faults: Fault[];
  /** Every text a participant reads, for the readability check. */
  texts: ParticipantText[];
  /** Every link to a tool, to be checked when the toolbox is read. */
  toolLinks: { tool: string; place: Place }[];
}

/** What a participant reads out of one file. */
export interface ParticipantText {
  file: string;
  language: Language;
  pieces: TextPiece[];
}

/** A paragraph, heading, list item, question or label: ends a sentence even where it has no full stop. */
export interface TextPiece {
  line: number;
  text: string;
}

/** Notes a fault and goes on, so that an author sees all faults at once. */
export function report(reading: Reading, place: Place, message: string): void {
  const { file, line, column } = place;
  reading.faults.push({ file, line, column, message });
}
