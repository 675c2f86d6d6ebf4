import type { Clock } from '../../domain/clock.ts';
import type { Language, Viewer } from '../../domain/viewer.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';
import { upsert } from '../../store/update.ts';

/** A version of the notice that was on a page shown to someone. */
interface ShownVersion {
  version: number;
  /** Hash of the words. */
  wording: string;
  language: Language;
  /** When it was first shown, in milliseconds since 1970. */
  at: number;
}

interface ShownTo {
  room: string;
  person: string;
  /** In the order in which they were shown; the last one counts. */
  shown: ShownVersion[];
}

export interface Notices {
  /**
   * Whether a page of this viewer must point to the notice: during the whole visit in which a version is first shown.
   * The showing is stored before the page is sent.
   */
  show(viewer: Viewer, notice: Pick<ShownVersion, 'version' | 'wording'>): Promise<'first' | 'changed' | undefined>;
}

const schema: CollectionSchema<ShownTo, 'room' | 'person'> = {
  name: 'notices',
  indexes: [['room'], ['person']],
  keyBegins: 'room',
  encrypted: [],
};

export async function createNotices(store: Store, clock: Clock): Promise<Notices> {
  const collection = await store.collection(schema);
  return {
    show: async ({ room, person, language, since }, { version, wording }) => {
      const key = `${room}/${person}`;
      const known = (await collection.get(key))?.doc.shown.at(-1);
      if (known?.version === version && known.at < since) return undefined;
      const { doc } = await upsert(collection, key, {
        first: () => ({ room, person, shown: [] }),
        change: (shownTo) =>
          shownTo.shown.at(-1)?.version === version
            ? shownTo
            : { ...shownTo, shown: [...shownTo.shown, { version, wording, language, at: clock() }] },
      });
      return doc.shown.length > 1 ? 'changed' : 'first';
    },
  };
}
