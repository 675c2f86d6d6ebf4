import type { Collection, CollectionSchema, Store } from '../../../store/port.ts';
import { erasureSchema, hashOf } from './erasures.ts';
import { inventory } from '../inventory/inventory.ts';

/** A write concerned a person whose data have been or are being erased; none of it remains. */
class PersonErased extends Error {
  constructor() {
    super('This person has been erased.');
    this.name = 'PersonErased';
  }
}

/**
 * A store in which no write brings back data of an erased person, whichever process it runs in. A form may be on its
 * way while its person is erased, and a check before writing would leave a gap; so the check for the erasure's mark
 * follows each write. The mark is stored before anything is removed: a write before the removal is removed with the
 * rest, and a later one finds the mark and is undone.
 */
export async function guardErased(store: Store): Promise<Store> {
  const erasures = await store.collection(erasureSchema);
  const isErased = async (person: unknown): Promise<boolean> =>
    typeof person === 'string' && person !== '' && (await erasures.get(hashOf(person))) !== undefined;
  return {
    ...store,
    collection: async (schema) => {
      const collection = await store.collection(schema);
      const fields = ownerFields(schema);
      if (fields.length === 0) return collection;
      return guarded(collection, async (doc) => {
        for (const field of fields) if (await isErased(doc[field])) return true;
        return false;
      });
    },
  };
}

function ownerFields<Doc extends object, Index extends keyof Doc & string>({ name }: CollectionSchema<Doc, Index>) {
  return (inventory.find((entry) => entry.name === name)?.person ?? []) as readonly Index[];
}

function guarded<Doc extends object, Index extends keyof Doc & string>(
  collection: Collection<Doc, Index>,
  isErased: (doc: Doc) => Promise<boolean>,
): Collection<Doc, Index> {
  return {
    ...collection,
    insert: async (key, doc) => {
      const stored = await collection.insert(key, doc);
      if (!(await isErased(doc))) return stored;
      await collection.delete(key);
      throw new PersonErased();
    },
    // A writer finds a document of an erased person gone; a launch then makes a new person.
    replace: async (key, expectedVersion, doc) => {
      const stored = await collection.replace(key, expectedVersion, doc);
      if (!stored || !(await isErased(doc))) return stored;
      await collection.delete(key);
      return undefined;
    },
  };
}
