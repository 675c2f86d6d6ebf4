import type { FieldEntry, Reader, Retention } from './inventory.ts';

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
