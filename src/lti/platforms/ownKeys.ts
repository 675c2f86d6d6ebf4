import type { OwnKey } from './record.ts';

/** A new key is published this long before it signs: our key set may be remembered for five minutes. */
export const PUBLISHED_AHEAD = 10 * 60_000;
/** A key stays published this long after another took over, for what it has signed and for what remembers our set. */
export const OVERLAP = 7 * 24 * 3_600_000;

function signsFrom({ createdAt }: OwnKey): number {
  return createdAt + PUBLISHED_AHEAD;
}

/** Of keys that are newest first: the newest that has been published long enough, or the oldest where none has. */
function signingIndex(keys: readonly OwnKey[], now: number): number {
  const ready = keys.findIndex((key) => signsFrom(key) <= now);
  return ready === -1 ? keys.length - 1 : ready;
}

/** The keys that are published now, starting with the signing key. @param keys newest first. */
export function publishedKeys(keys: readonly OwnKey[], now: number): OwnKey[] {
  const at = signingIndex(keys, now);
  const ahead = keys.slice(0, Math.max(at, 0));
  const behind = keys.slice(at + 1).filter((_key, index) => {
    const successor = keys[at + index];
    return successor !== undefined && now < signsFrom(successor) + OVERLAP;
  });
  return [...keys.slice(at, at + 1), ...ahead, ...behind];
}

/**
 * The keys with a new one among them.
 * @param leaked the keys before may be in someone else's hands: they are withdrawn, and the new one signs at once.
 */
export function withNewKey(
  keys: readonly OwnKey[],
  { key, now, leaked }: { key: OwnKey; now: number; leaked: boolean },
): OwnKey[] {
  if (leaked) return [key];
  const kept = new Set(publishedKeys(keys, now));
  return [key, ...keys.filter((one) => kept.has(one))];
}
