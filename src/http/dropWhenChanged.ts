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

/**
 * Builds something from a folder's files once. If the folder is followed, builds it again at the first use after a
 * change.
 */
export function dropWhenChanged<Made>({ folder, follow, make }: Making<Made>): Dropped<Made> {
  let made: Made | undefined;
  const drop = (): void => {
    made = undefined;
  };
  const watcher = follow ? watch(folder, { recursive: true, persistent: false }, drop) : undefined;
  // If the system can watch no more files, an edit shows only after the next start.
  watcher?.on('error', () => watcher.close());
  return {
    current: () => (made ??= make()),
    close: () => watcher?.close(),
  };
}
