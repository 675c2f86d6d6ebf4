/** Pause between two lines, in milliseconds. */
const PAUSE = 1000;

/** Says on standard error how far a long command has come: one line a second, each collection once at least. */
export function progressLines(): (collection: string, seen: number) => void {
  let last = { collection: '', at: 0 };
  return (collection, seen) => {
    const at = performance.now();
    if (collection === last.collection && at - last.at < PAUSE) return;
    last = { collection, at };
    process.stderr.write(`${collection}: ${seen} looked at\n`);
  };
}
