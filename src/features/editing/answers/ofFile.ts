import type { DraftCheck } from '../checking.ts';
import type { Files } from '../differences.ts';
import type { Editing } from '../editing.ts';
import { publishedFiles } from '../published.ts';
import { draftConcerned, type Concerned } from './warnings.ts';

interface OneFile {
  files: Files;
  path: string;
  /** Of the draft with the file as it is being written. */
  check: DraftCheck;
}

/** What one file does to answers: what the draft does with it, and would not do with the file as it is published. */
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
