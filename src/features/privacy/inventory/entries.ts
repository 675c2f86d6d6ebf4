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

/** Fields with the same readers and the same retention, each with its purpose. */
export function fields(
  readers: readonly Reader[],
  retention: Retention,
  purposes: Readonly<Record<string, string>>,
): Record<string, FieldEntry> {
  return Object.fromEntries(Object.entries(purposes).map(([name, purpose]) => [name, { purpose, readers, retention }]));
}

/** Fields that give access to something; a copy of a person's data leaves them out. */
export function secrets(retention: Retention, purposes: Readonly<Record<string, string>>): Record<string, FieldEntry> {
  return Object.fromEntries(
    Object.entries(purposes).map(([name, purpose]) => [
      name,
      { purpose, readers: ['program' as const], retention, isSecret: true },
    ]),
  );
}

export const whose = fields(['program'], 'room', { room: 'which class it belongs to', person: 'whose it is' });
