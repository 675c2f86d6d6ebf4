// Where a test run keeps its files while it lasts. Each acknowledged write is forced to the disk (fsync), which takes a
// disk some ten milliseconds: the tests, which start hundreds of stores, would mostly wait. In memory the same call costs nothing.
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** What a whole run needs at its fullest, several times over. Containers often have 64 MB there. */
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
      // A failed test may leave what cannot be removed; the run has its result all the same.
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
