/** What to close when a file's tests are done, and when all are. */
const endings = { file: new Set<() => Promise<void>>(), run: new Set<() => Promise<void>>() };

export function atEndOfEachFile(end: () => Promise<void>): void {
  void endings.file.add(end);
}

/** Where files run in parallel, each worker's process ends with the run, and what it has started with it. */
export function atEndOfRun(end: () => Promise<void>): void {
  void endings.run.add(end);
}

export async function endOf(what: keyof typeof endings): Promise<void> {
  for (const end of endings[what]) await end();
}
