import type { ChildProcess } from 'node:child_process';

/** Ends a process; by itself when this one exits, so that none is left behind. */
export function endWithProcess(child: ChildProcess): () => void {
  const end = (): void => {
    process.off('exit', end);
    child.kill();
  };
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  // Where the program is not there, starting it says so.
  child.on('error', end);
  return end;
}
