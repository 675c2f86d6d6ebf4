import type { OwnKey } from './record.ts';

/** A new key is published this long before it signs: platforms may cache our key set for five minutes. */
export const PUBLISHED_AHEAD = 10 * 60_000;
/**
 * A key stays published this long after its replacement, for what it has signed and for platforms that cache our set.
 */
export const OVERLAP = 7 * 24 * 3_600_000;

function signsFrom({ createdAt }: OwnKey): number {
  return createdAt + PUBLISHED_AHEAD;
}

/**
 * Index of the newest key that has been published long enough, or of the oldest if there is none. Keys are newest
 * first.
 */
function signingIndex(keys: readonly OwnKey[], now: number): number {
  const ready = keys.findIndex((key) => signsFrom(key) <= now);
  return ready === -1 ? keys.length - 1 : ready;
}

/** The keys that are published now, beginning with the signing key. @param keys newest first */
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
 * The keys with a new one added.
 * @param leaked the earlier keys may be in someone else's hands: they are withdrawn, and the new one signs at once
 */
export function withNewKey(
  keys: readonly OwnKey[],
  { key, now, leaked }: { key: OwnKey; now: number; leaked: boolean },
): OwnKey[] {
  if (leaked) return [key];
  const kept = new Set(publishedKeys(keys, now));
  return [key, ...keys.filter((one) => kept.has(one))];
}
