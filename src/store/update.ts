import type { Collection, Stored } from './port.ts';

/**
 * Changes a document by a pure function, again and again until no other writer came between.
 * Undefined where the document is gone. `change` may return its argument to leave it as it is.
 */
export const update = async <Doc extends object, Index extends keyof Doc & string>(
  collection: Collection<Doc, Index>,
  key: string,
  change: (doc: Doc) => Doc,
): Promise<Stored<Doc> | undefined> => {
  for (;;) {
    const current = await collection.get(key);
    if (!current) return undefined;
    const next = change(current.doc);
    if (next === current.doc) return current;
    const written = await collection.replace(key, current.version, next);
    if (written) return written;
  }
};
