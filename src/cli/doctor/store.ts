import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import type { Deps } from '../../deps.ts';
import { doubt, fault, well, type Finding } from '../../domain/finding.ts';
import { hitSchema } from '../../http/hitCounts.ts';

const MB = 1_000_000;
/** In bytes. A backup needs as much space as the store itself. */
const LITTLE = 1000 * MB;
const TOO_LITTLE = 200 * MB;

/** The store, as the program has opened it with all its collections and their indexes. */
export async function examineStore({ store, config }: Pick<Deps, 'store' | 'config'>): Promise<Finding[]> {
  return [await writing(store), ...forms(store), ...(await freeDisk(config))];
}

/** Writes a row that nobody reads, and deletes it. */
async function writing(store: Deps['store']): Promise<Finding> {
  try {
    const rows = await store.collection(hitSchema);
    const key = `doctor-${randomUUID()}`;
    await rows.insert(key, { hits: 0, expiresAt: Date.now() });
    await rows.delete(key);
    return well('store', `It is written and read, with ${store.opened().length} collections and all their indexes.`);
  } catch (error) {
    const { trouble = 'it does not take what is written' } = error as { trouble?: string };
    return fault(
      'store',
      `Nothing can be saved: ${trouble}.`,
      'See docs/runbook/StoreFails.md. Pages can be read meanwhile.',
    );
  }
}

function forms(store: Deps['store']): Finding[] {
  const older = store.opened().filter(({ migrate }) => migrate !== undefined);
  if (older.length === 0) return [well('forms', 'All documents have the newest form.')];
  const names = older.map(({ name }) => name).join(', ');
  return [
    doubt('forms', `Documents of an older form may be in ${names}.`, 'Run "npm run migrate", while the server runs.'),
  ];
}

async function freeDisk({ databaseUrl, dataDir }: Config): Promise<Finding[]> {
  if (!databaseUrl.startsWith('sqlite:')) return [];
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const says = `The disk has ${Math.floor(free / MB)} MB free.`;
  const todo = 'Make room: what does not fit on it is not saved.';
  if (free < TOO_LITTLE) return [fault('disk', says, todo)];
  return [free < LITTLE ? doubt('disk', says, todo) : well('disk', says)];
}
