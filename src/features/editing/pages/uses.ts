import { posix } from 'node:path';
import type { Language } from '../../../domain/viewer.ts';
import { fileAddress, fileAtStep } from '../addresses.ts';
import type { Editing } from '../editing.ts';
import { factsOf } from '../facts.ts';
import { MEDIA, nameInFull } from '../names.ts';
import { previewOf } from '../previewPage.ts';
import { referencesTo, type Reference } from './references.ts';
import type { Files } from '../store/versions.ts';

/** A place where a picture or a film is shown, in the form that `views/partials/editing/uses.hbs` takes. */
export interface Use {
  /** The file that names it. */
  href: string;
  name: string;
  /** The step, or the person of a story; empty if it is the file's as a whole. */
  place: string;
  /** The page with it, where there is one; otherwise empty. */
  step: string;
}

/** Where each of these files below `media/` is used in the draft. */
export async function usesOf(
  { draft, checkDraft }: Pick<Editing, 'draft' | 'checkDraft'>,
  files: Files,
  { paths, language }: { paths: ReadonlySet<string>; language: Language },
): Promise<Map<string, Use[]>> {
  const { courses } = await checkDraft(files);
  const titles = await factsOf(draft, files);
  const references = await referencesTo(draft, files, paths);
  const found = new Map<string, Map<string, Use>>();
  for (const [file, inFile] of Map.groupBy(references, (one) => one.file)) {
    const steps = (courses && (await previewOf({ draft, files, courses, path: file, step: 0 })))?.steps ?? [];
    for (const reference of inFile) {
      const use = { href: fileAddress(file), name: nameInFull(file, titles, language), ...placeOf(reference, steps) };
      const path = posix.join(MEDIA, reference.value);
      // A co-participant's picture may occur in the list and in a scene; each place is listed once.
      found.set(path, (found.get(path) ?? new Map<string, Use>()).set(`${use.href} ${use.place}`, use));
    }
  }
  return new Map([...found].map(([path, uses]) => [path, [...uses.values()]]));
}

function placeOf({ file, within }: Reference, steps: readonly string[]): Pick<Use, 'place' | 'step'> {
  // A film's own title is within that of its step.
  const place = within.findLast((one) => steps.includes(one)) ?? within.at(-1) ?? '';
  const index = steps.indexOf(place);
  return { place, step: index === -1 ? '' : fileAtStep(file, index + 1) };
}
