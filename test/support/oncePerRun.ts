import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Set by tools/test.mjs: a folder that all workers of a run share, and that goes with the run. */
const { RUN_DIR } = process.env;

/** A set that all workers of a run share; of a single test file that is run by hand, it is that file's own. */
export function oncePerRun(name: string): Pick<Set<string>, 'has'> & { add(value: string): void } {
  const own = new Set<string>();
  const markOf = (value: string) =>
    join(RUN_DIR ?? '', `${name}-${createHash('sha256').update(value).digest('base64url')}`);
  return {
    has: (value) => own.has(value) || (RUN_DIR !== undefined && existsSync(markOf(value))),
    add: (value) => {
      own.add(value);
      if (RUN_DIR !== undefined) writeFileSync(markOf(value), '');
    },
  };
}
