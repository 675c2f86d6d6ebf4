import { NEVER, type Collection, type CollectionSchema, type Store } from '../../../src/store/port.ts';

/** A document with one of everything that a collection can have. */
export interface Note {
  room: string;
  person: string;
  at: number;
  dueAt: number;
  expiresAt: number;
  text: string;
  extra?: unknown;
}

type Index = 'room' | 'person' | 'at' | 'dueAt' | 'expiresAt';
export type Notes = Collection<Note, Index>;

export const noteSchema: CollectionSchema<Note, Index> = {
  name: 'notes',
  indexes: [['room', 'at'], ['at'], ['person']],
  encrypted: ['text', 'extra'],
  queue: 'dueAt',
  expiry: 'expiresAt',
};

export function openNotes(store: Store): Promise<Notes> {
  return store.collection(noteSchema);
}

export function note(parts: Partial<Note> = {}): Note {
  return {
    room: 'room-1',
    person: 'person-1',
    at: 1000,
    dueAt: NEVER,
    expiresAt: NEVER,
    text: 'En lille gåtur',
    ...parts,
  };
}

/** Inserts notes under the keys given. */
export async function insertAll(notes: Notes, docs: Record<string, Partial<Note>>): Promise<void> {
  for (const [key, parts] of Object.entries(docs)) await notes.insert(key, note(parts));
}
