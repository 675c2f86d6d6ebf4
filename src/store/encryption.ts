import type { RawDoc, RawFind, Table } from './engine.ts';
import type { FieldCipher } from './fieldCipher.ts';
import type { Stored } from './port.ts';

export interface Encryption {
  collection: string;
  /** Top-level fields to encrypt. Fields missing from a document stay missing. */
  fields: readonly string[];
  cipher: FieldCipher;
}

/**
 * A table that encrypts the given fields before they reach the engine. The rest of a document stays readable for its
 * indexes.
 */
export function encrypting(table: Table, { collection, fields, cipher }: Encryption): Table {
  const convert = (doc: RawDoc, value: (field: string) => unknown): RawDoc => {
    const converted = { ...doc };
    for (const field of fields) if (Object.hasOwn(doc, field)) converted[field] = value(field);
    return converted;
  };
  const sealed = (key: string, doc: RawDoc): RawDoc =>
    convert(doc, (field) => cipher.encrypt(doc[field], { collection, key, field }));
  const opened = ({ key, version, doc }: Stored<RawDoc>): Stored<RawDoc> => ({
    key,
    version,
    doc: convert(doc, (field) => cipher.decrypt(doc[field], { collection, key, field })),
  });
  const openedWithout = ({ without = [] }: RawFind) => {
    const left = without.filter((field) => fields.includes(field));
    if (left.length === 0) return opened;
    return ({ key, version, doc }: Stored<RawDoc>) => opened({ key, version, doc: lacking(doc, left) });
  };
  const openedIfAny = (stored: Stored<RawDoc> | undefined) => stored && opened(stored);

  return {
    ...table,
    insert: async (key, doc) => table.insert(key, sealed(key, doc)),
    replace: async (key, expectedVersion, doc) => table.replace(key, expectedVersion, sealed(key, doc)),
    rewrite: async (key, version, doc) => table.rewrite(key, version, sealed(key, doc)),
    get: async (key) => openedIfAny(await table.get(key)),
    take: async (key) => openedIfAny(await table.take(key)),
    claim: async (field, now, leaseUntil) => openedIfAny(await table.claim(field, now, leaseUntil)),
    find: async (query) => (await table.find(query)).map(openedWithout(query)),
  };
}

function lacking(doc: RawDoc, fields: readonly string[]): RawDoc {
  const left: RawDoc = {};
  for (const field of Object.keys(doc)) if (!fields.includes(field)) left[field] = doc[field];
  return left;
}
