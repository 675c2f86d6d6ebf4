import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkBackup } from '../../../src/store/backup/read.ts';
import { start } from '../../cli/command.ts';
import type { Random } from './random.ts';

/** Backups made beside the product; some are killed. Each file is whole or is not there. */
export function makeBackups(settings: Record<string, string>, random: Random) {
  const seen = { whole: 0, absent: 0, documents: 0 };
  let count = 0;
  return {
    seen,
    /** @throws {BackupFailed} where a file is there and is not whole */
    one: async (): Promise<void> => {
      const path = join(settings['DATA_DIR'] ?? '', `${(count += 1)}.backup`);
      const child = start('backup', settings, [path]);
      const ended = once(child, 'exit');
      if (random.chance(0.5)) void pause(300 + random.below(1200)).then(() => child.kill('SIGKILL'));
      await ended;
      if (!existsSync(path)) {
        seen.absent += 1;
        return;
      }
      const { documents } = await checkBackup(path, () => undefined);
      Object.assign(seen, { whole: seen.whole + 1, documents: Math.max(documents, seen.documents) });
    },
  };
}
