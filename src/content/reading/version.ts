import { createHash } from 'node:crypto';

/**
 * Hash of an activity's content, independent of the order of its keys: 16 hexadecimal digits of SHA-256. Stored with
 * each answer, to tell which wording was answered.
 */
export function activityVersion(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(content)))
    .digest('hex')
    .slice(0, 16);
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
