/**
 * A secret with fewer bits than this can be guessed, or was not made at random. A secret from `openssl rand` has 128 or
 * more.
 */
const LEAST_BITS = 80;

/** Whether a secret repeats itself, or has so few different characters that it was probably typed and not generated. */
export function isWeakSecret(secret: Buffer): boolean {
  const parts = [...secret];
  return repeatsItself(parts) || bitsOf(parts) < LEAST_BITS;
}

/** Whether the whole consists of one repeated part, possibly cut short at the end: `xxxx`, `change-me-change`. */
function repeatsItself(parts: readonly number[]): boolean {
  for (let period = 1; period <= (parts.length * 2) / 3; period += 1) {
    if (parts.every((part, index) => index < period || part === parts[index - period])) return true;
  }
  return false;
}

/** Shannon entropy of the distribution of the parts, times their number. */
function bitsOf(parts: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + count * Math.log2(parts.length / count), 0);
}
