import { encrypting } from './encryption.ts';
import { UndecryptableField, WrongDataKey } from './errors.ts';
import type { Engine, RawDoc, Table } from './engine.ts';
import type { FieldCipher } from './fieldCipher.ts';

export const NAME = 'store_data_keys';
/**
 * The first text marks a store that may hold documents from before proofs existed (`proof.ts`), the second a store in
 * which all documents have one.
 */
const PLAINTEXT = 'written with this key';
const PROVEN = 'written with this key, and every document proven';
const MOST_KEYS = 1000;

/**
 * The store keeps one record for every key that may have encrypted something in it: the key's id, and a known text
 * encrypted with it. All of these keys must be given at start, so that a wrong or forgotten key shows at start and not
 * later, to the participant whose answers cannot be read. Then the encrypting key gets its own record.
 * @returns whether every document must be proven: the encrypting key's record says so. A new store requires it from the
 * beginning, so that a document without a proof cannot pass for one of an older version.
 * @throws {WrongDataKey} naming DATA_KEY and the ids of the missing keys
 */
export async function checkDataKeys(engine: Engine, cipher: FieldCipher | undefined): Promise<boolean> {
  const table = await recordsOf(engine);
  const used = await usedKeys(engine);
  const missing = used.filter((id) => !cipher?.keyIds.includes(id));
  if (missing.length > 0) throw new WrongDataKey(explain(missing));
  const [encryptingId] = cipher?.keyIds ?? [];
  if (!cipher || encryptingId === undefined) return false;
  const sealedTable = encrypting(table, { collection: NAME, fields: ['text'], cipher });
  const texts = new Map<string, unknown>();
  for (const id of used) texts.set(id, (await sealedTable.get(id).catch(refuseTampered(id)))?.doc['text']);
  if (texts.has(encryptingId)) return texts.get(encryptingId) === PROVEN;
  const text = [...texts.values()].every((before) => before === PROVEN) ? PROVEN : PLAINTEXT;
  // If another process has just inserted the same record, this returns false, which is fine.
  await sealedTable.insert(encryptingId, { text });
  return text === PROVEN;
}

/**
 * Call this when every document is known to be proven: a document without a proof is refused from the next start on.
 */
export async function settleProven(engine: Engine, cipher: FieldCipher): Promise<void> {
  const [id = ''] = cipher.keyIds;
  const sealedTable = encrypting(await recordsOf(engine), { collection: NAME, fields: ['text'], cipher });
  const record = await sealedTable.get(id);
  if (record) await sealedTable.rewrite(id, record.version, { text: PROVEN });
}

function recordsOf(engine: Engine): Promise<Table> {
  return engine.table({ name: NAME, indexes: [] });
}

/** Ids of the keys that may have encrypted something in the store. */
export async function usedKeys(engine: Engine): Promise<string[]> {
  const everything = { where: {}, orderBy: undefined, descending: false, after: undefined };
  const records = await (await recordsOf(engine)).find({ ...everything, limit: MOST_KEYS });
  return records.map(({ key }) => key);
}

/** Call this when nothing is encrypted with a key any more: the store then opens without it. */
export async function forgetKey(engine: Engine, id: string): Promise<void> {
  await (await recordsOf(engine)).delete(id);
}

/** Whether the stored record of a key was written with the key of this id. */
export function encryptedWith(cipher: FieldCipher, id: string, record: RawDoc): boolean {
  try {
    const text = cipher.decrypt(record['text'], { collection: NAME, key: id, field: 'text' });
    return text === PLAINTEXT || text === PROVEN;
  } catch {
    return false;
  }
}

function refuseTampered(id: string) {
  return (error: unknown) => {
    if (!(error instanceof UndecryptableField)) throw error;
    throw new WrongDataKey(`DATA_KEY has a key with the id ${id}, but it does not decrypt what is in this store.`);
  };
}

function explain(missing: string[]): string {
  return (
    `DATA_KEY does not hold every key with which this store's data was encrypted (missing: key id ${missing.join(', ')}). ` +
    'Put the old key back; where a new one is to encrypt from now on, write it first and the old one after a comma. ' +
    'Nothing has been changed.'
  );
}
