import { BackupFailed, WrongDataKey } from '../errors.ts';
import { fieldCipher } from '../fieldCipher.ts';
import { encryptedWith, NAME as KEYS } from '../keyCheck.ts';
import { openEngine } from '../openStore.ts';
import { NAME as FORMS, newestIn } from '../formCheck.ts';
import type { Engine, Table } from '../engine.ts';
import type { DocumentLine } from './format.ts';
import { explainStoreFailure } from './explain.ts';
import { checkBackup, linesIn } from './read.ts';
import { pagesOf } from '../pages.ts';
import { createProver, proofKeyIdOf } from '../proof.ts';
import { isHalfRestored, MARKS, markBegun, markEnded } from './underWay.ts';

export interface RestoreOptions {
  path: string;
  databaseUrl: string;
  dataKeys: readonly string[];
  /** Empties a store that is not empty. Without it, such a store stays unchanged. */
  replace: boolean;
  /** Collections that a replaced store keeps. */
  keep: readonly string[];
  /** The collection of erasures. `isWanted` receives its keys from the backup and from the existing store. */
  erasures: string;
  /** Decides which documents are restored: those of erased people are not. */
  isWanted: (erased: string[]) => (line: DocumentLine) => boolean;
  /** The newest form of documents that this program knows, by collection; 1 if a collection is missing. */
  forms: ReadonlyMap<string, number>;
}

export interface Restored {
  takenAt: string;
  documents: number;
  leftOut: number;
}

/**
 * Restores a backup into a store that nobody else is using. Nothing is written before the whole file has been checked.
 * An interrupted restore leaves a mark: the program then does not start on a partial store, and the same command starts
 * over.
 * @throws {BackupFailed}
 * @throws {WrongDataKey} if the keys are not those of the backup
 * @throws {CannotOpenStore}
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { path, databaseUrl, dataKeys } = options;
  const [records, erased, newer]: [DocumentLine[], string[], string[]] = [[], [], []];
  const { header } = await checkBackup(path, (line) => {
    if (line.in === KEYS) records.push(line);
    if (line.in === options.erasures) erased.push(line.key);
    if (line.in === FORMS && newestIn(line.doc) > (options.forms.get(line.key) ?? 1)) newer.push(line.key);
  });
  checkForms(path, newer);
  checkKeys([...new Set([...header.keys, ...records.map(({ key }) => key)])], records, dataKeys);
  const engine = await openEngine(databaseUrl);
  let isBegun = false;
  try {
    const isWanted = options.isWanted([...erased, ...(await keysIn(engine, options.erasures))]);
    await refuseFilled(engine, options);
    isBegun = true;
    await makeRoom(engine, options.keep);
    const counts = await putBack(engine, path, isWanted);
    await proveKept(engine, options);
    await markEnded(engine);
    return { takenAt: header.takenAt, ...counts };
  } catch (error) {
    throw explainStoreFailure(error, isBegun);
  } finally {
    await engine.close();
  }
}

function checkKeys(ids: string[], records: DocumentLine[], dataKeys: readonly string[]): void {
  const cipher = fieldCipher(dataKeys);
  const missing = ids.filter((id) => !cipher.keyIds.includes(id));
  if (missing.length > 0)
    throw new WrongDataKey(
      `The backup was encrypted with a key that is not in DATA_KEY (missing: key id ${missing.join(', ')}). ` +
        'Set DATA_KEY to the one that was used when it was made. Nothing was changed.',
    );
  for (const { key, doc } of records) {
    if (!encryptedWith(cipher, key, doc))
      throw new WrongDataKey(`The key ${key} in DATA_KEY does not decrypt this backup. Nothing was changed.`);
  }
}

function checkForms(path: string, newer: string[]): void {
  if (newer.length > 0)
    throw new BackupFailed(
      `${path} holds documents of a newer version of this program (${newer.join(', ')}). Restore it with that version. ` +
        'Nothing was changed.',
    );
}

const everything = { where: {}, orderBy: undefined, descending: false, limit: 1, after: undefined };

/** A store that was only ever opened holds the records of its key and of its documents' forms, and nothing else. */
async function hasAnything(engine: Engine): Promise<boolean> {
  for (const shape of await engine.shapes()) {
    if ([MARKS, KEYS, FORMS].includes(shape.name)) continue;
    if ((await (await engine.table(shape)).find(everything)).length > 0) return true;
  }
  return false;
}

async function keysIn(engine: Engine, name: string): Promise<string[]> {
  const shape = (await engine.shapes()).find((one) => one.name === name);
  const keys: string[] = [];
  for await (const page of shape ? pagesOf(engine, shape) : []) keys.push(...page.map(({ key }) => key));
  return keys;
}

async function refuseFilled(engine: Engine, { replace }: RestoreOptions): Promise<void> {
  if (replace || (await isHalfRestored(engine)) || !(await hasAnything(engine))) return;
  throw new BackupFailed(
    'The store is not empty. Name an empty one in DATABASE_URL, or add --replace to remove all that is in it. ' +
      'Nothing was changed.',
  );
}

async function makeRoom(engine: Engine, keep: readonly string[]): Promise<void> {
  await markBegun(engine);
  for (const shape of await engine.shapes()) {
    if (shape.name === MARKS || keep.includes(shape.name)) continue;
    await (await engine.table(shape)).deleteMany({});
  }
}

/**
 * Documents kept from a store without proofs must stay readable next to a backup in which every document has a proof.
 */
async function proveKept(engine: Engine, { keep, dataKeys }: RestoreOptions): Promise<void> {
  const prover = createProver(dataKeys);
  for (const shape of (await engine.shapes()).filter(({ name }) => keep.includes(name))) {
    const table = await engine.table(shape);
    for await (const page of pagesOf(engine, shape))
      for (const { key, version, doc } of page.filter((one) => proofKeyIdOf(one.doc) === undefined))
        await table.rewrite(key, version, prover.prove(doc, { collection: shape.name, key }, ''));
  }
}

async function putBack(engine: Engine, path: string, isWanted: (line: DocumentLine) => boolean) {
  const tables = new Map<string, Table>();
  const counts = { documents: 0, leftOut: 0 };
  for await (const line of linesIn(path)) {
    if ('table' in line) {
      tables.set(line.table, await engine.table({ name: line.table, indexes: line.indexes }));
      continue;
    }
    const table = tables.get(line.in) ?? (await engine.table({ name: line.in, indexes: [] }));
    tables.set(line.in, table);
    if (!isWanted(line)) counts.leftOut += 1;
    else {
      // The store was told to keep a document with this key.
      await table.insert(line.key, line.doc);
      counts.documents += 1;
    }
  }
  return counts;
}
