import type { ChildProcess } from 'node:child_process';

/** Returns a function that ends a process; also ends it when this process exits, so that none is left behind. */
export function endWithProcess(child: ChildProcess): () => void {
  const end = (): void => {
    process.off('exit', end);
    child.kill();
  };
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  // If the program does not exist, starting it reports that.
  child.on('error', end);
  return end;
}
