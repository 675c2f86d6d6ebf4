import { pagesOf } from '../pages.ts';
import { storedFormOf } from '../proving.ts';
import { proofKeyIdOf } from '../proof.ts';
import { walk } from './walk.ts';
import type { Engine, Table, TableShape } from '../engine.ts';
import type { FormCheck } from '../formCheck.ts';
import type { Progress, Walked } from '../port.ts';

interface Deps {
  engine: Engine;
  shape: TableShape;
  /** The table as the engine stores it, and as the program sees it: decrypted, in the latest form. */
  raw: Table;
  full: Table;
  latest: number;
  forms: FormCheck;
}

/** Rewrites every document of a collection that has an older form, or no proof, in the latest form. */
export async function migrateTable(
  { engine, shape, raw, full, latest, forms }: Deps,
  progress: Progress,
): Promise<Walked> {
  const walked = await walk({
    pages: pagesOf(engine, shape),
    needs: (doc) => storedFormOf(doc) < latest || proofKeyIdOf(doc) === undefined,
    renew: async ({ key }) => {
      const read = await full.get(key);
      // Returns false for a deleted document as for a changed one: the next read tells them apart.
      return read !== undefined && full.rewrite(key, read.version, read.doc);
    },
    read: (key) => raw.get(key),
    progress,
  });
  if (walked.unreadable === 0) await forms.settle(shape.name, latest);
  return walked;
}
