import { pagesOf } from '../pages.ts';
import { storedFormOf } from '../proving.ts';
import { proofKeyIdOf } from '../proof.ts';
import { move } from './move.ts';
import { walk } from './walk.ts';
import type { Engine, RawDoc, Table, TableShape } from '../engine.ts';
import type { FormCheck } from '../formCheck.ts';
import type { Progress, Rekey, Walked } from '../port.ts';

interface Deps {
  engine: Engine;
  shape: TableShape;
  /** The table as the engine stores it, and as the program sees it: decrypted, in the latest form. */
  raw: Table;
  full: Table;
  latest: number;
  forms: FormCheck;
  rekey: Rekey | undefined;
}

/** Rewrites every document of a collection that has an older form, or no proof, in the latest form, at its key of today. */
export function migrateTable(deps: Deps, progress: Progress): Promise<Walked> {
  const { latest } = deps;
  const needs = (doc: RawDoc) => storedFormOf(doc) < latest || proofKeyIdOf(doc) === undefined;
  return renewAll(deps, { needs, form: latest, progress });
}

/** Moves every document that is at a former key to its key of today. */
export function moveTable(deps: Deps, { form }: Rekey, progress: Progress): Promise<Walked> {
  return renewAll(deps, { needs: (doc) => storedFormOf(doc) < form, form, progress });
}

interface Aim {
  needs: (doc: RawDoc) => boolean;
  /** The form that no document is older than, once none of them needs anything. */
  form: number;
  progress: Progress;
}

async function renewAll({ engine, shape, raw, full, forms, rekey }: Deps, { needs, form, progress }: Aim) {
  if (rekey) await forms.beginMove(shape.name, rekey.form);
  const walked = await walk({
    pages: pagesOf(engine, shape),
    needs,
    renew: async ({ key, doc }) => {
      if (rekey && storedFormOf(doc) < rekey.form) return move(full, key, rekey);
      const read = await full.get(key);
      // Returns false for a deleted document as for a changed one: the next read tells them apart.
      return read !== undefined && full.rewrite(key, read.version, read.doc);
    },
    read: (key) => raw.get(key),
    progress,
  });
  if (walked.unreadable === 0) await forms.settle(shape.name, form);
  else if (rekey) await forms.endMove(shape.name);
  return walked;
}
