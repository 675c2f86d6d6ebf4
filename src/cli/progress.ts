/** Pause between two lines, in milliseconds. */
const PAUSE = 1000;

/**
 * Prints the progress of a long command on standard error: at most one line a second, at least one for each collection.
 */
export function progressLines(): (collection: string, seen: number) => void {
  let last = { collection: '', at: 0 };
  return (collection, seen) => {
    const at = performance.now();
    if (collection === last.collection && at - last.at < PAUSE) return;
    last = { collection, at };
    process.stderr.write(`${collection}: ${seen} looked at\n`);
  };
}
