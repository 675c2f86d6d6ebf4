import { AlteredDocument, UndecryptableField } from '../errors.ts';
import type { RawDoc } from '../engine.ts';
import type { Progress, Stored, Walked } from '../port.ts';

export interface Work {
  /** Every document as it is stored. */
  pages: AsyncIterable<Stored<RawDoc>[]>;
  /** Whether a document is not yet as it should be. */
  needs: (doc: RawDoc) => boolean;
  /** Rewrites one document; false where its version is no longer the one that was read. */
  renew: (stored: Stored<RawDoc>) => Promise<boolean>;
  /** A document as it is stored now; undefined where it is gone. */
  read: (key: string) => Promise<Stored<RawDoc> | undefined>;
  progress: Progress;
}

/**
 * Puts every document of a table right, beside the running program. Nothing is remembered of how far it came: what is
 * right already is passed over, so that one that was killed is simply begun again.
 */
export async function walk(work: Work): Promise<Walked> {
  const walked: Walked = { seen: 0, changed: 0, unreadable: 0 };
  for await (const page of work.pages) {
    for (const stored of page) {
      try {
        if (await putRight(stored, work)) walked.changed += 1;
      } catch (error) {
        if (!(error instanceof UndecryptableField || error instanceof AlteredDocument)) throw error;
        walked.unreadable += 1;
      }
    }
    walked.seen += page.length;
    work.progress(walked.seen);
  }
  return walked;
}

/** Again and again until nobody came between; whether anything was to be done. */
async function putRight(stored: Stored<RawDoc>, { needs, renew, read }: Work): Promise<boolean> {
  let current: Stored<RawDoc> | undefined = stored;
  while (current && needs(current.doc)) {
    if (await renew(current)) return true;
    current = await read(current.key);
  }
  return false;
}
