import type { Clock } from '../domain/clock.ts';
import { findAll } from '../store/findAll.ts';
import type { CollectionSchema, Store } from '../store/port.ts';
import { update, upsert } from '../store/update.ts';
import { mergeDraft, type Draft, type DroppedText, type FieldChange } from '../responses/merge.ts';
import { knowingTurns } from '../responses/records.ts';

/** Whose notes, and which of them: one document per room, person and part. */
export interface NoteKey {
  room: string;
  person: string;
  /** For example the Monday of a diary's week. */
  part: string;
}

/** Notes that a person writes for themselves alone: nobody else ever reads them, and no LMS hears of them. */
export interface OwnNote extends NoteKey, Draft {
  /** Milliseconds since 1970, like `savedAt`. */
  beganAt: number;
  savedAt: number;
}

export interface OwnNotes {
  get(of: NoteKey): Promise<OwnNote | undefined>;
  /** All of a person's notes, by part. */
  ofPerson(room: string, person: string): Promise<OwnNote[]>;
  /** Merges a form into the note, or begins it: a second tab never loses a text. */
  save(of: NoteKey, change: { fields: FieldChange[]; dropped: DroppedText[] }): Promise<OwnNote>;
  /** Removes the answers to these questions, including second versions that were kept. */
  clear(of: NoteKey, questions: readonly string[]): Promise<void>;
  /** Removes the whole note. */
  remove(of: NoteKey): Promise<void>;
}

function schemaOf(name: string): CollectionSchema<OwnNote, 'room' | 'person'> {
  return {
    name,
    indexes: [['room', 'person'], ['person']],
    keyBegins: 'room',
    encrypted: ['draft', 'other'],
    migrations: [knowingTurns],
  };
}

/** Every kind of notes, each in its own collection. */
export async function openOwnNotes(store: Store, clock: Clock) {
  return {
    diaryWeeks: await createOwnNotes(store, { name: 'diary_weeks', clock }),
    symptomCircles: await createOwnNotes(store, { name: 'symptom_circles', clock }),
    webinarNotes: await createOwnNotes(store, { name: 'webinar_notes', clock }),
  };
}

/** @param name of the collection */
async function createOwnNotes(store: Store, { name, clock }: { name: string; clock: Clock }): Promise<OwnNotes> {
  const collection = await store.collection(schemaOf(name));
  return {
    get: async (of) => (await collection.get(keyOf(of)))?.doc,
    ofPerson: async (room, person) =>
      (await findAll(collection, { room, person })).sort((one, other) => (one.part < other.part ? -1 : 1)),
    save: async (of, { fields, dropped }) => {
      const stored = await upsert(collection, keyOf(of), {
        first: () => begin(of, clock()),
        change: (note) => ({ ...note, ...mergeDraft(note, fields, dropped), savedAt: clock() }),
      });
      return stored.doc;
    },
    clear: async (of, questions) => {
      await update(collection, keyOf(of), (note) => ({
        ...note,
        draft: without(note.draft, questions),
        other: without(note.other, questions),
        writers: without(note.writers, questions),
        savedAt: clock(),
      }));
    },
    remove: async (of) => {
      await collection.delete(keyOf(of));
    },
  };
}

/** Ids contain no slash, so the three parts make an unambiguous key. */
function keyOf({ room, person, part }: NoteKey): string {
  return [room, person, part].join('/');
}

function begin({ room, person, part }: NoteKey, now: number): OwnNote {
  return {
    room,
    person,
    part,
    draft: {},
    other: {},
    writers: {},
    turns: {},
    beganAt: now,
    savedAt: now,
  };
}

function without<Value>(record: Record<string, Value>, questions: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([question]) => !questions.includes(question)));
}
