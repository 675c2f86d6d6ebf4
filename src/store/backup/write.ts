import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BackupFailed } from '../errors.ts';
import { NAME as FORMS, whereNoneMoves } from '../formCheck.ts';
import { NAME as KEYS } from '../keyCheck.ts';
import type { Engine, TableShape } from '../engine.ts';
import { explainFileFailure } from './explain.ts';
import { documentLine, headerLine, tableLine, trailerLine } from './format.ts';
import { pagesOf } from '../pages.ts';
import { MARKS, refuseHalfRestored } from './underWay.ts';

/**
 * Written last, in this order, because other documents refer to these. If a person arrives or a key is added during the
 * backup, it contains them along with any documents that refer to them; an erasure made meanwhile is in it and is
 * repeated at restore.
 */
const LAST = ['placements', 'people', 'rooms', 'erasures', FORMS, KEYS];

export interface Written {
  documents: number;
  collections: number;
  sha256: string;
}

/**
 * Writes everything in the store to one file while the program runs. Each document is complete; two documents may be
 * from different moments. The file gets its name only once all of it is on disk, so a file of that name is never
 * partial.
 * @param now milliseconds since 1970
 * @throws {BackupFailed}
 */
export async function writeBackup(engine: Engine, path: string, now: number): Promise<Written> {
  await refuseHalfRestored(engine);
  const before = await refuseMoving(engine);
  const partial = `${path}.${randomUUID()}.partial`;
  try {
    const file = await open(partial, 'wx', 0o600);
    let written: Written;
    try {
      written = await writeAll(engine, file, now);
      await refuseMoving(engine, before);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    await syncFolder(dirname(path));
    return written;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw explainFileFailure(path, error);
  }
}

/**
 * Refuses if documents are moved to other keys, or were since `before`: one that is moved from ahead of the reading to behind
 * it would be missing.
 * @throws {BackupFailed}
 */
async function refuseMoving(engine: Engine, before?: string): Promise<string> {
  const now = await whereNoneMoves(engine);
  if (now === undefined || (before !== undefined && now !== before))
    throw new BackupFailed(
      'A start of a new version, or "npm run migrate", gives documents their new form. Take the backup when that is over; ' +
        'if it was interrupted, begin it again. Nothing of the backup is kept.',
    );
  return now;
}

async function writeAll(engine: Engine, file: FileHandle, now: number): Promise<Written> {
  const hash = createHash('sha256');
  const write = async (text: string) => {
    hash.update(text);
    await file.appendFile(text);
  };
  const shapes = (await engine.shapes()).filter(({ name }) => name !== MARKS).sort(inOrder);
  await write(headerLine({ takenAt: new Date(now).toISOString(), keys: await keyIds(engine, shapes) }));
  let documents = 0;
  for (const shape of shapes) {
    await write(tableLine(shape));
    for await (const page of pagesOf(engine, shape)) {
      documents += page.length;
      await write(page.map(({ key, doc }) => documentLine({ in: shape.name, key, doc })).join(''));
    }
  }
  const sha256 = hash.digest('hex');
  await file.appendFile(trailerLine(documents, sha256));
  return { documents, collections: shapes.length, sha256 };
}

function inOrder(one: TableShape, other: TableShape): number {
  return LAST.indexOf(one.name) - LAST.indexOf(other.name) || (one.name < other.name ? -1 : 1);
}

async function keyIds(engine: Engine, shapes: TableShape[]): Promise<string[]> {
  const shape = shapes.find(({ name }) => name === KEYS);
  const keys: string[] = [];
  for await (const page of shape ? pagesOf(engine, shape) : []) keys.push(...page.map(({ key }) => key));
  return keys;
}

/** A file's name is on disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder.
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
