import { findAllStored } from '../../../store/findAll.ts';
import type { OpenedCollection, Store, Stored } from '../../../store/port.ts';
import { inventory } from './inventory.ts';
import type { CollectionEntry } from './entries.ts';

type Raw = Record<string, unknown>;

export interface Known {
  entry: CollectionEntry;
  collection: OpenedCollection;
}

/**
 * Every opened collection with data about a person or a room.
 * @throws {Error} if one of them was not opened: nothing may then be called complete, or erased
 */
export function knownIn(store: Store, by: 'person' | 'room'): Known[] {
  const opened = new Map(store.opened().map((collection) => [collection.name, collection]));
  return inventory
    .filter((entry) => (by === 'person' ? entry.person.length > 0 : entry.room !== undefined))
    .map((entry) => {
      const collection = opened.get(entry.name);
      if (!collection) throw new Error(`The collection ${entry.name} is in the inventory but was not opened.`);
      return { entry, collection };
    });
}

export interface Whom {
  room: string;
  person: string;
}

/** The conditions that find someone's documents, one for each field that may contain their id. */
export function wheresOf({ entry }: Known, { room, person }: Whom): Record<string, string>[] {
  return entry.person.map((field) => ({
    [field]: person,
    // Some collections have an index by room and person only.
    ...(entry.room !== undefined && entry.name !== 'people' ? { [entry.room]: room } : {}),
  }));
}

/** All documents that match. */
export function allOf({ collection }: Known, where: Record<string, string>): Promise<Stored<Raw>[]> {
  return findAllStored(collection.documents, where);
}
