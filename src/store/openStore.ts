import { fieldsOf } from './check.ts';
import { collectionOf } from './collection.ts';
import { encrypting } from './encryption.ts';
import { refuseHalfRestored } from './backup/underWay.ts';
import { CannotOpenStore, WrongDataKey } from './errors.ts';
import { fieldCipher, type FieldCipher } from './fieldCipher.ts';
import { createFormCheck, type FormCheck } from './formCheck.ts';
import { noMeasures, type Measures } from '../domain/measures.ts';
import { measuring } from './measuring.ts';
import { waitingIn } from './waiting.ts';
import { checkDataKeys, settleProven } from './keyCheck.ts';
import { latestForm, migrating } from './migrating.ts';
import { pagesOf } from './pages.ts';
import { openSqlite } from './sqlite/engine.ts';
import { createProver, type Prover } from './proof.ts';
import { proving } from './proving.ts';
import { migrateTable, moveTable } from './upkeep/migrate.ts';
import type { Engine, Table, TableShape } from './engine.ts';
import type { CollectionSchema, OpenedCollection, Progress, Store } from './port.ts';

export interface StoreOptions {
  /**
   * `sqlite:<path>`, taken literally, or `sqlite::memory:`; or the `mongodb://` or `mongodb+srv://` address of a
   * server.
   */
  databaseUrl: string;
  /** Base64 of 32 bytes each: the first encrypts, all decrypt. With none, no collection may have encrypted fields. */
  dataKeys: readonly string[];
  measures?: Pick<Measures, 'store'>;
}

/** Loads MongoDB's library only where the store is in MongoDB: it takes a fifth of a start. */
async function openMongo(databaseUrl: string): Promise<Engine> {
  const mongo = await import('./mongo/engine.ts');
  return mongo.openMongo(databaseUrl);
}

const engines: Record<string, (databaseUrl: string) => Promise<Engine>> = {
  sqlite: openSqlite,
  mongodb: openMongo,
  'mongodb+srv': openMongo,
};

/**
 * Opens the store, and makes it if there is none.
 * @throws {CannotOpenStore} if the database cannot be opened
 * @throws {WrongDataKey} if the keys are malformed, or are not those that encrypted its data
 */
export async function openStore({ databaseUrl, dataKeys, measures = noMeasures }: StoreOptions): Promise<Store> {
  const cipher = dataKeys.length > 0 ? fieldCipher(dataKeys) : undefined;
  const prover = dataKeys.length > 0 ? createProver(dataKeys) : undefined;
  const { engine, ...checked } = await openChecked(databaseUrl, cipher);
  let { isProven } = checked;
  const forms = await createFormCheck(engine);
  const opened = new Map<string, OpenedCollection>();
  const parts: Parts = { engine, forms, cipher, prover, measures, isProven: () => isProven };
  return {
    collection: async (schema) => {
      const { full, collection } = await openTable(parts, schema);
      opened.set(schema.name, collection);
      return collectionOf(schema, full);
    },
    opened: () => [...opened.values()],
    settleProven: async () => {
      if (cipher) await settleProven(engine, cipher);
      isProven = true;
    },
    scrub: () => engine.scrub(),
    ping: () => engine.ping(),
    close: () => engine.close(),
  };
}

interface Parts {
  engine: Engine;
  forms: FormCheck;
  cipher: FieldCipher | undefined;
  prover: Prover | undefined;
  measures: Pick<Measures, 'store'>;
  isProven: () => boolean;
}

/** The table of a collection as the program sees it; what an older version left at a former key is moved first. */
async function openTable<Doc extends object, Index extends keyof Doc & string>(
  { engine, forms, cipher, prover, measures, isProven }: Parts,
  schema: CollectionSchema<Doc, Index>,
): Promise<{ full: Table; collection: OpenedCollection }> {
  const shape = shapeOf(schema);
  const raw = measuring(await engine.table(shape), measures.store);
  const { name, migrations = [], rekey } = schema;
  const latest = latestForm(migrations);
  await forms.open(name, latest, raw);
  const { indexed, queue } = fieldsOf(schema);
  const proven = prover
    ? proving(raw, { collection: name, prover, free: queue ?? '', acceptsUnproven: () => !isProven() })
    : raw;
  const full = migrating(withEncryption(proven, schema, cipher), { collection: name, migrations, indexed });
  const upkeep = { engine, shape, raw, full, latest, forms, rekey };
  const moveAll = rekey && ((progress: Progress) => moveTable(upkeep, rekey, progress));
  if (moveAll && forms.oldest(name) < rekey.form) await moveAll(() => undefined);
  const isDone = latest === forms.oldest(name) && (isProven() || !prover);
  const collection = {
    ...openedOf(schema, full),
    stored: () => pagesOf(engine, shape),
    form: latest,
    waiting: queue === undefined ? undefined : (now: number) => waitingIn(raw, queue, now),
    migrate: isDone ? undefined : (progress: Progress) => migrateTable(upkeep, progress),
    moveLater: moveAll,
  };
  return { full, collection };
}

async function openChecked(databaseUrl: string, cipher: FieldCipher | undefined) {
  const engine = await openEngine(databaseUrl);
  try {
    await refuseHalfRestored(engine);
    return { engine, isProven: await checkDataKeys(engine, cipher) };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** @throws {CannotOpenStore} */
export function openEngine(databaseUrl: string): Promise<Engine> {
  const scheme = databaseUrl.slice(0, databaseUrl.indexOf(':'));
  const open = Object.hasOwn(engines, scheme) ? engines[scheme] : undefined;
  if (!open) throw new CannotOpenStore('DATABASE_URL must begin with sqlite:, mongodb:// or mongodb+srv://.');
  return open(databaseUrl);
}

function openedOf<Doc extends object, Index extends keyof Doc & string>(
  schema: CollectionSchema<Doc, Index>,
  table: Table,
): Pick<OpenedCollection, 'name' | 'indexed' | 'encrypted' | 'documents'> {
  const { name, indexes, encrypted, queue, expiry } = schema;
  const own = [queue, expiry].flatMap((field) => field ?? []);
  const general: CollectionSchema<Record<string, unknown>, string> = {
    name,
    indexes: [...indexes, ...own.map((field) => [field])],
    // This table encrypts already.
    encrypted: [],
    ...(expiry === undefined ? {} : { expiry }),
  };
  return { name, indexed: [...fieldsOf(schema).indexed], encrypted, documents: collectionOf(general, table) };
}

function shapeOf<Doc extends object, Index extends keyof Doc & string>(
  schema: CollectionSchema<Doc, Index>,
): TableShape {
  const { collection, queue, expiry, keyBegins } = fieldsOf(schema);
  // The worker and the sweep query by these fields alone.
  const own = [queue, expiry].flatMap((field) => (field === undefined ? [] : [[field]]));
  const missing = own.filter(([field]) => !schema.indexes.some(([first]) => first === field));
  const indexes = [...schema.indexes, ...missing];
  const { syncedByNext } = schema;
  return {
    name: collection,
    indexes,
    ...(keyBegins !== undefined && { keyBegins }),
    ...(syncedByNext && { syncedByNext }),
  };
}

function withEncryption<Doc extends object, Index extends keyof Doc & string>(
  table: Table,
  { name: collection, encrypted: fields }: CollectionSchema<Doc, Index>,
  cipher: FieldCipher | undefined,
): Table {
  if (fields.length === 0) return table;
  if (!cipher) throw new WrongDataKey(`DATA_KEY is missing: ${collection} has fields that are encrypted.`);
  return encrypting(table, { collection, fields, cipher });
}
