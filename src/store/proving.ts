import { FORM } from './check.ts';
import { AlteredDocument } from './errors.ts';
import { formOf } from './migrating.ts';
import type { RawDoc, Table } from './engine.ts';
import type { Stored } from './port.ts';
import type { Prover } from './proof.ts';

export interface Proving {
  collection: string;
  prover: Prover;
  /** The queue field, which a claim changes within the engine; empty if there is none. */
  free: string;
  /** Whether a document without a proof may come from an older version. */
  acceptsUnproven: () => boolean;
}

/**
 * Added to the stored form of a proven document. A version from before proofs refuses a form that it does not know, and
 * tells the person that nothing was saved; without this it would write the document back with a proof that no longer
 * matches.
 */
const PROVEN = 1000;

/** The form of a document as stored, whether it is proven or not. */
export function storedFormOf(doc: RawDoc): number {
  return formOf(doc) % PROVEN;
}

function raised(doc: RawDoc): RawDoc {
  return { ...doc, [FORM]: formOf(doc) + PROVEN };
}

function lowered(doc: RawDoc): RawDoc {
  const { [FORM]: _form, ...rest } = doc;
  const form = storedFormOf(doc);
  return form === 1 ? rest : { ...rest, [FORM]: form };
}

/**
 * A table that adds a proof to documents when they are written, and refuses documents that differ from what was written
 * at their key.
 */
export function proving(table: Table, { collection, prover, free, acceptsUnproven }: Proving): Table {
  const proven = (key: string, doc: RawDoc) => prover.prove(raised(doc), { collection, key }, free);
  const checked = (stored: Stored<RawDoc>): Stored<RawDoc> => {
    const doc = prover.checked(stored.doc, { collection, key: stored.key });
    if (!doc && !acceptsUnproven()) throw new AlteredDocument(collection);
    return { ...stored, doc: doc ? lowered(doc) : stored.doc };
  };
  const checkedIfAny = (stored: Stored<RawDoc> | undefined) => stored && checked(stored);
  return {
    ...table,
    insert: (key, doc) => table.insert(key, proven(key, doc)),
    replace: (key, expectedVersion, doc) => table.replace(key, expectedVersion, proven(key, doc)),
    rewrite: (key, version, doc) => table.rewrite(key, version, proven(key, doc)),
    get: async (key) => checkedIfAny(await table.get(key)),
    take: async (key) => checkedIfAny(await table.take(key)),
    claim: async (field, now, leaseUntil) => checkedIfAny(await table.claim(field, now, leaseUntil)),
    find: async (query) => (await table.find(query)).map(checked),
  };
}
