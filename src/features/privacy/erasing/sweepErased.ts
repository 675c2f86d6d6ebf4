import { knownIn } from '../inventory/belonging.ts';
import type { EraseDeps } from './erase.ts';
import { allErasures, hashOf } from './erasures.ts';
import { forgetIn, isMentioning } from '../inventory/mentions.ts';

/**
 * Removes what is left of people who were erased. A process that crashes between a write and its check for the mark
 * leaves a document without a person; so did versions without that check. Nothing is decrypted to find it.
 * @returns how many documents were removed
 */
export async function sweepErased({ store, erasures }: Pick<EraseDeps, 'store' | 'erasures'>): Promise<number> {
  const hashes = new Set((await allErasures(erasures)).map(({ key }) => key));
  const isGone = (person: unknown) => typeof person === 'string' && person !== '' && hashes.has(hashOf(person));
  let removed = 0;
  for (const { entry, collection } of hashes.size > 0 ? knownIn(store, 'person') : [])
    for await (const page of collection.stored())
      for (const { key, doc } of page)
        if (entry.person.some((field) => isGone(doc[field])) && (await collection.documents.delete(key))) removed += 1;
  for (const known of hashes.size > 0 ? knownIn(store, 'room').filter(isMentioning) : [])
    for await (const page of known.collection.stored()) for (const { key } of page) await forgetIn(known, key, isGone);
  if (removed > 0) await store.scrub();
  return removed;
}
