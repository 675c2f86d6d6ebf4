import { watch } from 'node:fs';

export interface Dropped<Made> {
  current(): Made;
  close(): void;
}

interface Making<Made> {
  folder: string;
  follow: boolean;
  make: () => Made;
}

/** What is made of a folder's files once; where the folder is followed, again at the first use after any of them changed. */
export function dropWhenChanged<Made>({ folder, follow, make }: Making<Made>): Dropped<Made> {
  let made: Made | undefined;
  const drop = (): void => {
    made = undefined;
  };
  const watcher = follow ? watch(folder, { recursive: true, persistent: false }, drop) : undefined;
  // Where the system lets no more files be watched, an edit shows after the next start.
  watcher?.on('error', () => watcher.close());
  return {
    current: () => (made ??= make()),
    close: () => watcher?.close(),
  };
}
