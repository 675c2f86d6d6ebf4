import type { Language } from '../domain/viewer.ts';
import { inReadingOrder, type Fault } from './faults.ts';
import { lixOf, type Lix } from './lix.ts';
import type { KindReaders } from './activityReader.ts';
import { readPackage } from './loading.ts';
import { onDisk } from './paths.ts';
import type { ParticipantText } from './reading.ts';

/** Texts for participants are to be easy for someone who is tired: LIX 30 is where "easy" ends. */
export const HIGHEST_LIX = 30;

interface TextLix extends Lix {
  file: string;
  language: Language;
}

export interface CourseCheck {
  /** In reading order; the package may be published when there are none. */
  faults: Fault[];
  /** One entry for each file that holds text for participants. */
  texts: TextLix[];
}

/** All that the author of a package wants to know before it is published. */
export async function checkPackage(folder: string, readers: KindReaders): Promise<CourseCheck> {
  const { courses, faults, texts } = await readPackage(folder, readers);
  const measured = texts.map((text) => ({ text, lix: lixOf(text.pieces.map((piece) => piece.text)) }));
  const hard = measured.filter(({ lix }) => lix.lix > HIGHEST_LIX).map(({ text, lix }) => hardText(text, lix));
  const untold = courses && !courses.da.notice ? [noNotice(folder)] : [];
  return {
    faults: inReadingOrder([...faults, ...hard, ...untold]),
    texts: measured.map(({ text: { file, language }, lix }) => ({ file, language, ...lix })),
  };
}

function noNotice(folder: string): Fault {
  const message = 'notice is missing; people must be told what is kept of them (docs/content.md)';
  return { file: onDisk(folder, 'course.yaml'), line: 1, column: 1, message };
}

function hardText(text: ParticipantText, { lix }: Lix): Fault {
  const message = `LIX is ${lix.toFixed(1)}, more than ${HIGHEST_LIX}; begin with the hardest part, here: use shorter sentences and words`;
  return { file: text.file, line: hardestLine(text), column: 1, message };
}

/** Where the most is won: the piece that lies furthest above the limit, weighed by its length. */
function hardestLine(text: ParticipantText): number {
  const weighed = text.pieces.map(({ line, text: piece }) => {
    const { lix, words } = lixOf([piece]);
    return { line, excess: (lix - HIGHEST_LIX) * words };
  });
  return weighed.reduce((worst, piece) => (piece.excess > worst.excess ? piece : worst), { line: 1, excess: 0 }).line;
}
