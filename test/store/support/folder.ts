import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for each test of the describe block, or one for the block; gone afterwards. */
export function temporaryFolder(per: 'test' | 'block' = 'test'): () => string {
  const [begin, end] = per === 'test' ? [beforeEach, afterEach] : [before, after];
  let folder = '';
  begin(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
  });
  end(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return () => folder;
}
