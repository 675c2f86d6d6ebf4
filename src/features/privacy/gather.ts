import type { Store } from '../../store/port.ts';
import { allOf, knownIn, wheresOf, type Whom } from './inventory/belonging.ts';
import type { CollectionEntry } from './inventory/entries.ts';

type Raw = Record<string, unknown>;

/** All data about a person, by collection; collections without any are left out. */
export interface OwnData {
  madeAt: string;
  room: string;
  data: { collection: string; purpose: string; documents: Raw[] }[];
}

/**
 * A copy of all data about a person, without secrets that would give someone else access.
 * @param now milliseconds since 1970
 */
export async function gather(store: Store, whom: Whom, now: number): Promise<OwnData> {
  const data: OwnData['data'] = [];
  for (const known of knownIn(store, 'person')) {
    const found = await Promise.all(wheresOf(known, whom).map((where) => allOf(known, where)));
    const documents = found.flat().map(({ doc }) => withoutSecrets(known.entry, doc));
    const { name: collection, purpose } = known.entry;
    if (documents.length > 0) data.push({ collection, purpose, documents });
  }
  for (const { entry, documents } of await naming(store, whom))
    if (documents.length > 0) data.push({ collection: entry.name, purpose: entry.purpose, documents });
  return { madeAt: new Date(now).toISOString(), room: whom.room, data };
}

/**
 * The audit log's lines that name someone, without the other people they name; the reader is given by name, as on its
 * page.
 */
async function naming(store: Store, { room, person }: Whom) {
  const known = knownIn(store, 'room');
  const people = known.filter(({ entry }) => entry.name === 'people');
  const found = (await Promise.all(people.map((one) => allOf(one, { room })))).flat();
  const names = new Map(found.map(({ doc }) => [doc['id'], doc['name']]));
  const lists = known.flatMap(({ entry, collection }) => {
    const { named } = entry;
    return named === undefined ? [] : [{ entry, collection, named }];
  });
  return Promise.all(
    lists.map(async ({ entry, collection, named }) => {
      const all = await allOf({ entry, collection }, { room });
      const own = all.filter(({ doc }) => (doc[named] as unknown[]).includes(person));
      const documents = own.map(({ doc }) => {
        const { [named]: _others, ...line } = withoutSecrets(entry, doc);
        return { ...line, reader: names.get(doc['reader']) ?? '' };
      });
      return { entry, documents };
    }),
  );
}

function withoutSecrets({ fields }: CollectionEntry, doc: Raw): Raw {
  return Object.fromEntries(Object.entries(doc).filter(([name]) => fields[name]?.isSecret !== true));
}
