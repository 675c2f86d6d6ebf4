// Where a test run keeps its files. Each acknowledged write is synced to disk (fsync), which takes some ten
// milliseconds on a disk: the tests start hundreds of stores, and would mostly wait. In memory the same call costs
// nothing.
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Several times what a whole run needs at most. Containers often have 64 MB there. */
const ENOUGH = 2 * 1024 ** 3;

/** A folder of its own for this run; `remove` it at the end. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(hasRoomInMemory() ? MEMORY : tmpdir(), 'tests-'));
  // Some tests run programs as another user.
  chmodSync(folder, 0o755);
  const remove = () => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      // A failed test may leave files that cannot be removed; the run still has its result.
      console.warn(`${folder} is left: ${String(error)}`);
    }
  };
  return { folder, remove };
}

function hasRoomInMemory() {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH;
  } catch {
    return false;
  }
}
