import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A clock for `startProduct` that a test can set forward while the product runs. */
export function clockFile() {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const clock = join(folder, 'ahead');
  const setAhead = (ms: number): void => writeFileSync(clock, String(ms));
  setAhead(0);
  return { clock, setAhead, remove: () => rmSync(folder, { recursive: true }) };
}
