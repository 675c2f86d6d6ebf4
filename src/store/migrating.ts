import { FORM } from './check.ts';
import { StoreUnavailable } from './errors.ts';
import type { RawDoc, Table } from './engine.ts';
import type { Migration, Stored } from './port.ts';

export interface Forms {
  collection: string;
  migrations: readonly Migration[];
  indexed: ReadonlySet<string>;
}

/** The form in which a document is stored. */
export function formOf(doc: RawDoc): number {
  return typeof doc[FORM] === 'number' ? doc[FORM] : 1;
}

export function latestForm(migrations: readonly Migration[]): number {
  return migrations.length + 1;
}

/**
 * A table that returns documents in the latest form, whatever form they have in the store, and stores them in the
 * latest form. Reading changes nothing in the store; the next write stores the latest form.
 */
export function migrating(table: Table, forms: Forms): Table {
  const latest = latestForm(forms.migrations);
  // A collection that never changed stores no form.
  const marked = (doc: RawDoc): RawDoc => (latest === 1 ? doc : { ...doc, [FORM]: latest });
  const lifted = (stored: Stored<RawDoc>): Stored<RawDoc> => ({ ...stored, doc: lift(stored.doc, forms) });
  const liftedIfAny = (stored: Stored<RawDoc> | undefined) => stored && lifted(stored);
  return {
    ...table,
    insert: (key, doc) => table.insert(key, marked(doc)),
    replace: (key, expectedVersion, doc) => table.replace(key, expectedVersion, marked(doc)),
    rewrite: (key, version, doc) => table.rewrite(key, version, marked(doc)),
    get: async (key) => liftedIfAny(await table.get(key)),
    take: async (key) => liftedIfAny(await table.take(key)),
    claim: async (field, now, leaseUntil) => liftedIfAny(await table.claim(field, now, leaseUntil)),
    find: async (query) => (await table.find(query)).map(lifted),
  };
}

function lift(stored: RawDoc, { collection, migrations, indexed }: Forms): RawDoc {
  const form = formOf(stored);
  const { [FORM]: _form, ...doc } = stored;
  // This program would lose the fields it does not know when it writes the document back.
  if (form > latestForm(migrations))
    throw new StoreUnavailable('no', {
      cause: new Error(`A document of ${collection} was written by a newer version of this program.`),
    });
  const next = migrations.slice(form - 1).reduce<RawDoc>((older, migration) => migration(older), doc);
  for (const field of indexed)
    if (next[field] !== doc[field]) throw new Error(`${collection}: a migration changes ${field}, which is indexed.`);
  return next;
}
