import type { Language } from '../../domain/viewer.ts';
import type { Fault, Place } from '../faults.ts';
import type { Facts } from '../facts.ts';
import type { PackageFiles } from '../package/packageFiles.ts';
import type { Localized } from '../localized.ts';

/** The context for every part of the loader: the package's folder, and lists that collect what is found. */
export interface Reading {
  /** The package's folder as the caller wrote it: the beginning of every file's name in faults. May be empty. */
  folder: string;
  files: PackageFiles;
  facts: Facts;
  faults: Fault[];
  /** Every text that participants read, for the readability check. */
  texts: ParticipantText[];
  /** Faults that prevent publishing but not running: surveys that take too long. */
  slow: Fault[];
  /** Every link to a tool, to be checked once the toolbox has been read. */
  toolLinks: { tool: string; place: Place }[];
}

/** The text that participants read from one file. */
export interface ParticipantText {
  file: string;
  language: Language;
  pieces: TextPiece[];
}

/** A paragraph, heading, list item, question or label: ends a sentence even without a full stop. */
export interface TextPiece {
  line: number;
  text: string;
}

/** Records a fault and continues, so that an author sees all faults at once. */
export function report(reading: Reading, place: Place & Pick<Fault, 'about'>, message: Localized): void {
  const { file, line, column, about } = place;
  reading.faults.push({ file, line, column, message, ...(about && { about }) });
}
