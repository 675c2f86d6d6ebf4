import { encrypting } from './encryption.ts';
import { UndecryptableField, WrongDataKey } from './errors.ts';
import type { Engine, RawDoc } from './engine.ts';
import type { FieldCipher } from './fieldCipher.ts';

export const NAME = 'store_data_keys';
const PLAINTEXT = 'written with this key';
const MOST_KEYS = 1000;

/**
 * The store keeps one record of every key that has ever encrypted its data: the key's id, and a known text encrypted
 * with it. All of them must be given at start, so that a wrong or forgotten key is met by whoever starts the program
 * and not, later, by the participant whose answers cannot be read. Then the encrypting key gets its own record.
 * @throws {WrongDataKey} naming DATA_KEY and the ids of the keys that are missing.
 */
export const checkDataKeys = async (engine: Engine, cipher: FieldCipher | undefined): Promise<void> => {
  const table = await engine.table({ name: NAME, indexes: [] });
  const records = await table.find({
    where: {},
    orderBy: undefined,
    descending: false,
    limit: MOST_KEYS,
    after: undefined,
  });
  const used = records.map(({ key }) => key);
  const missing = used.filter((id) => !cipher?.keyIds.includes(id));
  if (missing.length > 0) throw new WrongDataKey(explain(missing));
  const [encryptingId] = cipher?.keyIds ?? [];
  if (!cipher || encryptingId === undefined) return;
  const sealedTable = encrypting(table, { collection: NAME, fields: ['text'], cipher });
  for (const id of used) await sealedTable.get(id).catch(refuseTampered(id));
  // Where another process has just inserted the same record, its false is as good as our true.
  if (!used.includes(encryptingId)) await sealedTable.insert(encryptingId, { text: PLAINTEXT });
};

/** Whether the record of a key, as it is stored, was written with the key of this id. */
export const encryptedWith = (cipher: FieldCipher, id: string, record: RawDoc): boolean => {
  try {
    return cipher.decrypt(record['text'], { collection: NAME, key: id, field: 'text' }) === PLAINTEXT;
  } catch {
    return false;
  }
};

const refuseTampered = (id: string) => (error: unknown) => {
  if (!(error instanceof UndecryptableField)) throw error;
  throw new WrongDataKey(`DATA_KEY has a key with the id ${id}, but it does not decrypt what is in this store.`);
};

const explain = (missing: string[]): string =>
  `DATA_KEY does not hold every key with which this store's data was encrypted (missing: key id ${missing.join(', ')}). ` +
  'Put the old key back; where a new one is to encrypt from now on, write it first and the old one after a comma. ' +
  'Nothing has been changed.';
