import type { Language } from '../../domain/viewer.ts';
import { inReadingOrder, type Fault } from '../faults.ts';
import { lixOf, type Lix } from './lix.ts';
import type { KindReaders } from '../reading/activityReader.ts';
import { readFiles, type PackageRead } from '../reading/loading.ts';
import { filesOnDisk, type PackageFiles } from '../package/packageFiles.ts';
import { partChecks, type PartCheck } from './partChecks.ts';
import { onDisk } from '../package/paths.ts';
import type { ParticipantText } from '../reading/context.ts';
import { placeholdersIn } from './placeholders.ts';
import { surveyTimes, type SurveyTime } from './surveyTimes.ts';
import { weekTimes, type WeekTime } from './weekTimes.ts';
import { avoidedInCourse } from './words.ts';

/** Texts for participants must be easy to read when tired: LIX 30 is the upper limit of "easy". */
export const HIGHEST_LIX = 30;

interface TextLix extends Lix {
  file: string;
  language: Language;
}

export interface CourseCheck {
  /** In reading order; the package may be published if there are none. */
  faults: Fault[];
  /**
   * The faults among these that the program can run with: texts that are hard to read or badly worded, and surveys that
   * take too long.
   */
  hard: Fault[];
  /** One entry for each file with text for participants. */
  texts: TextLix[];
  /** How long each module takes, in Danish. */
  weeks: WeekTime[];
  /** All of this for each week, and for each other part of the package. */
  parts: PartCheck[];
  /** How long each survey takes, and what it leaves out, in Danish. */
  surveys: SurveyTime[];
}

/** Returns everything that a package's author needs to know before it is published. */
export function checkPackage(folder: string, readers: KindReaders): Promise<CourseCheck> {
  return checkFiles({ folder, files: filesOnDisk(folder) }, readers);
}

/** The same for a package that need not be on disk; with the course, as far as it could be read. */
export async function checkFiles(
  { folder, files }: { folder: string; files: PackageFiles },
  readers: KindReaders,
): Promise<CourseCheck & Pick<PackageRead, 'courses'>> {
  const { courses, faults, texts, slow } = await readFiles({ folder, files }, readers);
  const measured = texts.map((text) => ({ text, lix: lixOf(text.pieces.map((piece) => piece.text)) }));
  const hard = [
    ...measured.filter(({ lix }) => lix.lix > HIGHEST_LIX).map(({ text, lix }) => hardText(text, lix)),
    ...texts.flatMap(otherwise),
    ...slow,
  ];
  const untold = courses && !courses.da.notice ? [noNotice(folder)] : [];
  const all = inReadingOrder([...faults, ...hard, ...untold, ...texts.flatMap(placeholdersIn)]);
  return {
    courses,
    hard,
    faults: all,
    parts: partChecks({ folder, courses, texts, faults: all }),
    weeks: courses ? weekTimes(courses.da) : [],
    surveys: courses ? surveyTimes(courses.da) : [],
    texts: measured.map(({ text: { file, language }, lix }) => ({ file, language, ...lix })),
  };
}

function noNotice(folder: string): Fault {
  const message = {
    da: 'notice mangler. Folk skal vide, hvad der bliver gemt om dem. Skriv en tekst om det.',
    en: 'notice is missing; people must be told what is kept of them (docs/content.md)',
  };
  return { file: onDisk(folder, 'course.yaml'), line: 1, column: 1, message };
}

/** The words of a Danish text that should be replaced by others. */
function otherwise({ file, language, pieces }: ParticipantText): Fault[] {
  if (language !== 'da') return [];
  return pieces.flatMap(({ line, text }) =>
    avoidedInCourse(text).map((message) => ({ file, line, column: 1, message, about: 'words' as const })),
  );
}

function hardText(text: ParticipantText, { lix }: Lix): Fault {
  const message = {
    da: `LIX er ${lix.toFixed(1).replace('.', ',')}. Den skal være højst ${HIGHEST_LIX}. Begynd her, hvor det er sværest: Skriv kortere sætninger og ord.`,
    en: `LIX is ${lix.toFixed(1)}, more than ${HIGHEST_LIX}; begin with the hardest part, here: use shorter sentences and words`,
  };
  return { file: text.file, line: hardestLine(text), column: 1, message };
}

/** The line where editing helps most: the piece furthest above the limit, weighted by its length. */
function hardestLine(text: ParticipantText): number {
  const weighed = text.pieces.map(({ line, text: piece }) => {
    const { lix, words } = lixOf([piece]);
    return { line, excess: (lix - HIGHEST_LIX) * words };
  });
  return weighed.reduce((worst, piece) => (piece.excess > worst.excess ? piece : worst), { line: 1, excess: 0 }).line;
}
