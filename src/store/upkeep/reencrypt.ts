import { fieldCipher, keyIdOf, type FieldCipher } from '../fieldCipher.ts';
import { checkDataKeys, forgetKey, NAME as KEYS, usedKeys } from '../keyCheck.ts';
import { openEngine } from '../openStore.ts';
import { pagesOf } from '../pages.ts';
import { createProver, freeFieldOf, proofKeyIdOf, type Prover } from '../proof.ts';
import { refuseHalfRestored } from '../backup/underWay.ts';
import { walk } from './walk.ts';
import type { Engine, RawDoc, TableShape } from '../engine.ts';
import type { Walked } from '../port.ts';

export interface ReencryptOptions {
  databaseUrl: string;
  /** The first key encrypts; values encrypted with another key are encrypted again. */
  dataKeys: readonly string[];
  /** Counts only. */
  isDryRun: boolean;
  progress: (collection: string, seen: number) => void;
}

export interface Reencrypted {
  /** Id of the key that now encrypts everything. */
  key: string;
  /** Ids of keys that nothing in the store needs any more (with `isDryRun`: of keys that may still be needed). */
  released: string[];
  documents: Walked;
  /** Whether another program encrypted with an older key while this ran. */
  isOverrun: boolean;
}

/**
 * One of these rounds notices a program that still encrypts with an older key; more rounds would only wait for it to
 * stop.
 */
const MOST_ROUNDS = 3;

/**
 * Encrypts everything with the first key that another key encrypted, while the program runs. A document that changes
 * meanwhile is read again. Finished documents are skipped, so the command can be killed and started again at any time.
 * Only when a whole round has found nothing is the older key's record removed; the store then opens without that key.
 * The stored values decide, not the declared collections: collections that this program does not know are included.
 * @throws {CannotOpenStore}
 * @throws {WrongDataKey}
 */
export async function reencrypt(options: ReencryptOptions): Promise<Reencrypted> {
  const cipher = fieldCipher(options.dataKeys);
  const engine = await openEngine(options.databaseUrl);
  try {
    await refuseHalfRestored(engine);
    await checkDataKeys(engine, cipher);
    return await throughAll(engine, cipher, options);
  } finally {
    await engine.close();
  }
}

async function throughAll(engine: Engine, cipher: FieldCipher, options: ReencryptOptions): Promise<Reencrypted> {
  const [key = ''] = cipher.keyIds;
  const older = (await usedKeys(engine)).filter((id) => id !== key);
  const total: Walked = { seen: 0, changed: 0, unreadable: 0 };
  const done = (released: string[], isOverrun = false) => ({ key, released, documents: total, isOverrun });
  if (older.length === 0) return done([]);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const found = await oneRound(
      { engine, cipher, prover: createProver(options.dataKeys), older: new Set(older) },
      options,
    );
    total.seen = found.seen;
    total.changed += found.changed;
    total.unreadable = found.unreadable;
    if (options.isDryRun) return done(older);
    if (found.unreadable > 0) return done([]);
    if (found.changed === 0) {
      for (const id of older) await forgetKey(engine, id);
      return done(older);
    }
  }
  return done([], true);
}

interface Round {
  engine: Engine;
  cipher: FieldCipher;
  prover: Prover;
  older: ReadonlySet<string>;
}

async function oneRound(round: Round, options: ReencryptOptions): Promise<Walked> {
  const sum: Walked = { seen: 0, changed: 0, unreadable: 0 };
  for (const shape of (await round.engine.shapes()).filter(({ name }) => name !== KEYS)) {
    const walked = await oneTable(round, shape, options);
    for (const count of ['seen', 'changed', 'unreadable'] as const) sum[count] += walked[count];
  }
  return sum;
}

async function oneTable(round: Round, shape: TableShape, options: ReencryptOptions) {
  const { engine, older } = round;
  const table = await engine.table(shape);
  const isOlder = (value: unknown): boolean => older.has(keyIdOf(value) ?? '');
  const renewed = (key: string, doc: RawDoc): RawDoc => renew(round, { collection: shape.name, key }, doc);
  return walk({
    pages: pagesOf(engine, shape),
    needs: (doc) => older.has(proofKeyIdOf(doc) ?? '') || Object.values(doc).some(isOlder),
    renew: async ({ key, version, doc }) => options.isDryRun || (await table.rewrite(key, version, renewed(key, doc))),
    read: (key) => table.get(key),
    progress: (seen) => {
      options.progress(shape.name, seen);
    },
  });
}

/**
 * A document as the first key encrypts and proves it. A document without a proof gets none here: `migrate` adds it,
 * because it knows the collection.
 */
function renew({ cipher, prover, older }: Round, place: { collection: string; key: string }, doc: RawDoc): RawDoc {
  const proven = prover.checked(doc, place);
  const entries = Object.entries(proven ?? doc).map(([field, value]) => {
    if (!older.has(keyIdOf(value) ?? '')) return [field, value] as const;
    return [field, cipher.encrypt(cipher.decrypt(value, { ...place, field }), { ...place, field })] as const;
  });
  const next: RawDoc = Object.fromEntries(entries);
  return proven ? prover.prove(next, place, freeFieldOf(doc)) : next;
}
