import type { Course, Courses, Module } from '../course.ts';
import type { Fault } from '../faults.ts';
import { lixOf } from './lix.ts';
import { pathIn } from '../package/paths.ts';
import type { ParticipantText } from '../reading/context.ts';
import { weekTimes } from './weekTimes.ts';

/** The result of the check for one week, or for another part of the package such as its toolbox. */
export interface PartCheck {
  /** Its folder below the language; empty for what belongs to the whole course. */
  part: string;
  /** Minutes for the required activities alone, and with everything optional; weeks only. */
  minutes?: { short: number; whole: number };
  /** Of all Danish texts together; undefined if there are none. */
  lix?: number;
  /** Of its Danish texts. */
  words: number;
  /** Words that should be replaced by others. */
  avoided: number;
  /** Links that are broken or not allowed. */
  links: number;
  /** Unknown telephone numbers, and links that call another number than they show. */
  phones: number;
  /** Danish texts and captions without an English version. */
  untranslated: number;
  /** All other faults, texts that are too hard to read among them. */
  others: number;
}

interface Checked {
  folder: string;
  courses: Courses | undefined;
  texts: readonly ParticipantText[];
  faults: readonly Fault[];
}

/** A row for each part: the weeks in course order, those of other rhythms, then the rest. */
export function partChecks({ folder, courses, texts, faults }: Checked): PartCheck[] {
  const weeks = courses ? weekTimes({ ...courses.da, modules: modulesOf(courses.da) }) : [];
  const partOfFile = ({ file }: { file: string }) => partOf(pathIn(folder, file));
  const danish = Map.groupBy(
    texts.filter(({ language }) => language === 'da'),
    partOfFile,
  );
  const wrong = Map.groupBy(faults, partOfFile);
  const lacking = courses?.en ? [...untranslated(folder, texts), ...danishCaptions(courses)] : [];
  const rest = new Set(
    [...danish.keys(), ...wrong.keys()].filter((part) => !weeks.some(({ module }) => module === part)),
  );
  return [...weeks.map(({ module }) => module), ...[...rest].toSorted()].map((part) => {
    const week = weeks.find(({ module }) => module === part);
    return {
      part,
      ...(week && { minutes: { short: week.short, whole: week.whole } }),
      ...measured(danish.get(part) ?? []),
      ...counted(wrong.get(part) ?? []),
      untranslated: lacking.filter((path) => partOf(path) === part).length,
    };
  });
}

function measured(texts: readonly ParticipantText[]): Pick<PartCheck, 'lix' | 'words'> {
  const { lix, words } = lixOf(texts.flatMap(({ pieces }) => pieces.map(({ text }) => text)));
  return words === 0 ? { words } : { lix, words };
}

function counted(faults: readonly Fault[]): Pick<PartCheck, 'avoided' | 'links' | 'phones' | 'others'> {
  const of = (about: Fault['about']) => faults.filter((fault) => fault.about === about).length;
  return { avoided: of('words'), links: of('link'), phones: of('phone'), others: of(undefined) };
}

/** Danish files, such as `da/modul-1/haab.md`, without an English version. */
function untranslated(folder: string, texts: readonly ParticipantText[]): string[] {
  const paths = new Set(texts.map(({ file }) => pathIn(folder, file)));
  return [...paths].filter((path) => path.startsWith('da/') && !paths.has(path.replace('da/', 'en/')));
}

/** The films of English modules that have only Danish captions, each as a file of its module. */
function danishCaptions({ da, en }: Courses): string[] {
  const danish = new Set(modulesOf(da).flatMap(captionsIn));
  return modulesOf(en ?? da)
    .filter(({ language }) => language !== 'da')
    .flatMap((module) =>
      captionsIn(module)
        .filter((src) => danish.has(src))
        .map((src) => `en/${module.id}/${src}`),
    );
}

function captionsIn({ activities }: Module): string[] {
  return activities.flatMap(({ steps = [] }) => steps.flatMap(({ video }) => video?.captions.src ?? []));
}

function modulesOf({ modules, elsewhere = [] }: Course): Module[] {
  return [...modules, ...elsewhere];
}

/** The part a file belongs to: `modul-1` for `da/modul-1/haab.md`; empty for the course as a whole. */
function partOf(path: string): string {
  const [first = '', ...below] = path.replace(/^(?:da|en)\//, '').split('/');
  return below.length > 0 ? first : '';
}
