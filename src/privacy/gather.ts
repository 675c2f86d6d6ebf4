import type { Store } from '../store/port.ts';
import { allOf, knownIn, wheresOf, type Whom } from './belonging.ts';
import type { CollectionEntry } from './inventory.ts';

type Raw = Record<string, unknown>;

/** Everything that is kept of a person, by collection; those with nothing are left out. */
export interface OwnData {
  madeAt: string;
  room: string;
  data: { collection: string; purpose: string; documents: Raw[] }[];
}

/** A copy of all that is kept of a person, without what would let someone else in. @param now milliseconds since 1970 */
export const gather = async (store: Store, whom: Whom, now: number): Promise<OwnData> => {
  const data: OwnData['data'] = [];
  for (const known of knownIn(store, 'person')) {
    const found = await Promise.all(wheresOf(known, whom).map((where) => allOf(known, where)));
    const documents = found.flat().map(({ doc }) => withoutSecrets(known.entry, doc));
    const { name: collection, purpose } = known.entry;
    if (documents.length > 0) data.push({ collection, purpose, documents });
  }
  return { madeAt: new Date(now).toISOString(), room: whom.room, data };
};

const withoutSecrets = ({ fields }: CollectionEntry, doc: Raw): Raw =>
  Object.fromEntries(Object.entries(doc).filter(([name]) => fields[name]?.isSecret !== true));
