import { isDeepStrictEqual } from 'node:util';
import { DuplicateKey, type Collection, type Stored } from './port.ts';

/**
 * Changes a document with a pure function, retrying until no other writer interferes. Returns undefined if the document
 * is gone. A change that changes nothing writes nothing: a durable write is what a request costs most.
 */
export async function update<Doc extends object, Index extends keyof Doc & string>(
  collection: Collection<Doc, Index>,
  key: string,
  change: (doc: Doc) => Doc,
): Promise<Stored<Doc> | undefined> {
  for (;;) {
    const current = await collection.get(key);
    if (!current) return undefined;
    const next = change(current.doc);
    if (isDeepStrictEqual(next, current.doc)) return current;
    const written = await collection.replace(key, current.version, next);
    if (written) return written;
  }
}

/** Changes a document, or makes it if there is none; if two callers make it at once, the second changes the first's. */
export async function upsert<Doc extends object, Index extends keyof Doc & string>(
  collection: Collection<Doc, Index>,
  key: string,
  { first, change }: { first: () => Doc | Promise<Doc>; change: (doc: Doc) => Doc },
): Promise<Stored<Doc>> {
  for (;;) {
    const changed = await update(collection, key, change);
    if (changed) return changed;
    try {
      return await collection.insert(key, change(await first()));
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
  }
}
