import { AlteredDocument, UndecryptableField } from '../errors.ts';
import type { RawDoc } from '../engine.ts';
import type { Progress, Stored, Walked } from '../port.ts';

export interface Work {
  /** Every document as stored. */
  pages: AsyncIterable<Stored<RawDoc>[]>;
  /** Whether a document still needs work. */
  needs: (doc: RawDoc) => boolean;
  /** Rewrites one document; returns false if it no longer has the version that was read. */
  renew: (stored: Stored<RawDoc>) => Promise<boolean>;
  /** Returns a document as it is stored now; undefined if it is gone. */
  read: (key: string) => Promise<Stored<RawDoc> | undefined>;
  progress: Progress;
}

/**
 * Renews every document of a table that needs it, while the program runs. Progress is not stored: finished documents
 * are skipped, so a killed run is simply started again.
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

/** Repeats until no other writer interferes. Returns whether anything had to be done. */
async function putRight(stored: Stored<RawDoc>, { needs, renew, read }: Work): Promise<boolean> {
  let current: Stored<RawDoc> | undefined = stored;
  while (current && needs(current.doc)) {
    if (await renew(current)) return true;
    current = await read(current.key);
  }
  return false;
}
