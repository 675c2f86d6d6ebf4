import { createHash } from 'node:crypto';
import { checkCourseFiles } from '../../activities/course.ts';
import type { Draft, Unsaved } from './draft.ts';
import { hashOfContent } from './store/contents.ts';
import type { VersionFile } from './store/versions.ts';

export type DraftCheck = Awaited<ReturnType<typeof checkCourseFiles>>;

/**
 * A check of the whole course takes a tenth of a second (the first one most of a second), and pages that follow each
 * other often ask for the same one.
 */
const REMEMBERED = 4;

/** Checks the draft, with one file as it is being written. */
export type CheckDraft = (files: ReadonlyMap<string, VersionFile>, unsaved?: Unsaved) => Promise<DraftCheck>;

export function createDraftCheck(draft: Draft): CheckDraft {
  const known = new Map<string, Promise<DraftCheck>>();
  return (files, unsaved) => {
    const mark = markOf(files, unsaved);
    const found = known.get(mark) ?? checkCourseFiles(draft.asPackage(files, unsaved));
    known.delete(mark);
    known.set(mark, found);
    found.catch(() => known.delete(mark));
    for (const oldest of [...known.keys()].slice(0, -REMEMBERED)) known.delete(oldest);
    return found;
  };
}

function markOf(files: ReadonlyMap<string, VersionFile>, unsaved: Unsaved | undefined): string {
  const hash = createHash('sha256');
  for (const { path, hash: content } of files.values()) hash.update(`${path} ${content}\n`);
  if (unsaved) hash.update(`${unsaved.path} ${hashOfContent(unsaved.bytes)}`);
  return hash.digest('base64');
}
