import { courseInventory } from './courseInventory.ts';
import { editingInventory } from './editingInventory.ts';
import { platformInventory } from './platformInventory.ts';
import { remindersInventory } from './remindersInventory.ts';
import { roomInventory } from './roomInventory.ts';

/** The readers of a field. `program`: no page shows it. `operator`: operators, through commands.
 * `editor`: whoever changes the course. */
export type Reader = 'person' | 'instructors' | 'operator' | 'editor' | 'program';

/** How long a field is kept, unless the person erases it earlier. */
export type Retention =
  /** Until the room is removed, RETENTION_MONTHS after its end. */
  | 'room'
  /** AUDIT_MONTHS longer than the room. */
  | 'audit'
  /** Until the time that the document itself gives. */
  | 'expiry'
  /** As long as the platform is registered. */
  | 'platform'
  /** As long as the course is: answers say which version of it they were given to. */
  | 'course'
  /** Until an editor or an operator removes it. */
  | 'removal'
  /** As long as there may be a backup that must not restore it, or that needs it to be readable. */
  | 'backups';

export interface FieldEntry {
  purpose: string;
  readers: readonly Reader[];
  retention: Retention;
  /** A secret of the program itself, which a copy of someone's data leaves out. */
  isSecret?: boolean;
}

/** What a collection contains, why, who reads it and for how long. */
export interface CollectionEntry {
  name: string;
  purpose: string;
  /** Indexed fields with a person's id: a document with someone's id in one of them belongs to that person. */
  person: readonly string[];
  /**
   * A field with the ids of several people: the document is not theirs, but the copy of one of them contains it without
   * that field.
   */
  named?: string;
  /** The indexed field with the room's id; undefined if nothing in the collection belongs to a room. */
  room: string | undefined;
  /** The field with the time of the last writing, if that keeps the room from ending. */
  writtenAt?: string;
  /** The audit log is not removed with its room, but at the time in its own `keepUntil`. */
  outlivesRoom?: true;
  fields: Readonly<Record<string, FieldEntry>>;
}

/**
 * Everything that is stored. Erasure, export and retention follow it, and a test fails if a collection or a stored
 * field is missing here: nobody can begin to store something without saying why, for whom and for how long.
 */
export const inventory: readonly CollectionEntry[] = [
  ...roomInventory,
  ...courseInventory,
  ...remindersInventory,
  ...platformInventory,
  ...editingInventory,
];
