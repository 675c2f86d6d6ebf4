import type { DraftCheck } from '../checking.ts';
import type { Editing } from '../editing.ts';
import { publishedFiles } from '../published.ts';
import { draftConcerned, type Concerned } from './warnings.ts';
import type { Files } from '../store/versions.ts';

interface OneFile {
  files: Files;
  path: string;
  /** The draft, with the file as it is being written. */
  check: DraftCheck;
}

/** The effect of one file on answers: that of the draft with it, minus that of the draft with the published file. */
export async function concernedByFile(editing: Editing, { files, path, check }: OneFile): Promise<Concerned[]> {
  const all = await draftConcerned(editing, check);
  const published = (await publishedFiles(editing)).get(path);
  if (all.length === 0 || !published) return all;
  const bytes = await editing.draft.read(published);
  const others = await draftConcerned(editing, await editing.checkDraft(files, { path, bytes }));
  const mark = ({ activity, what, ...one }: Concerned) =>
    [activity, 'question' in one ? one.question : '', what].join(' ');
  const known = new Set(others.map(mark));
  return all.filter((one) => !known.has(mark(one)));
}
