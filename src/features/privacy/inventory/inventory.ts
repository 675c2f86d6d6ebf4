import { courseInventory } from './courseInventory.ts';
import { platformInventory } from './platformInventory.ts';
import { remindersInventory } from './remindersInventory.ts';
import { roomInventory } from './roomInventory.ts';

/** The readers of a field. `program`: no page shows it. `operator`: those who run the program, by its commands. */
export type Reader = 'person' | 'instructors' | 'operator' | 'program';

/** How long a field is kept, unless the person erases it before. */
export type Retention =
  /** Until the room is removed, RETENTION_MONTHS after its end. */
  | 'room'
  /** AUDIT_MONTHS longer than the room. */
  | 'audit'
  /** Until the time that the document itself names. */
  | 'expiry'
  /** As long as the platform is registered. */
  | 'platform'
  /** As long as there may be a backup that must not bring it back, or that needs it to be read. */
  | 'backups';

export interface FieldEntry {
  purpose: string;
  readers: readonly Reader[];
  retention: Retention;
  /** A secret of the program's own, which a copy of someone's data does not hold. */
  isSecret?: boolean;
}

/** What one collection holds, why, who reads it and for how long. */
export interface CollectionEntry {
  name: string;
  purpose: string;
  /** Indexed fields with a person's id: a document with someone's id in one of them is that person's. */
  person: readonly string[];
  /** A field with the ids of several people: the document is not theirs, but a copy for one of them has it without that field. */
  named?: string;
  /** The indexed field with the room's id; undefined where nothing belongs to a room. */
  room: string | undefined;
  /** The field that says when something was written last, where that keeps the room from ending. */
  writtenAt?: string;
  /** The audit log is not removed with its room, but at the time in its own `keepUntil`. */
  outlivesRoom?: true;
  fields: Readonly<Record<string, FieldEntry>>;
}

/**
 * Everything that is stored. Erasure, export and retention go by it, and a test fails where a collection or a stored field
 * is missing here: nobody can begin to keep something without saying why, for whom and for how long.
 */
export const inventory: readonly CollectionEntry[] = [
  ...roomInventory,
  ...courseInventory,
  ...remindersInventory,
  ...platformInventory,
];
