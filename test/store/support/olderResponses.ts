import { setTimeout as pause } from 'node:timers/promises';
import { findAllStored } from '../../../src/store/findAll.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { responseSchema, type ActivityResponse, type ResponseIndex } from '../../../src/responses/records.ts';
import { NEVER, type CollectionSchema } from '../../../src/store/port.ts';
import { update } from '../../../src/store/update.ts';

/** What people had answered, as the first version wrote it. */
type Older = Omit<ActivityResponse, 'agreements' | 'reports' | 'turns'> & { reports: { timestamp: string }[] };

const older: CollectionSchema<Older, ResponseIndex> = {
  name: 'responses',
  indexes: [['room', 'activity'], ['room', 'person'], ['due']],
  encrypted: ['draft', 'other', 'sent'],
  queue: 'due',
};

function keyOf(n: number): string {
  return `room/person-${String(n).padStart(5, '0')}/modul-1-forberedelse`;
}
function wordsOf(n: number): string {
  return `Jeg tror på nummer ${n}`;
}
/** What must be there of the first `count`, by key: what was saved since, else what was there before. */
export function allWords(count: number, saved: Map<string, string>): Map<string, string> {
  const keys = Array.from({ length: count }, (_, n) => [keyOf(n), saved.get(keyOf(n)) ?? wordsOf(n)] as const);
  return new Map(keys);
}

interface Keys {
  databaseUrl: string;
  dataKeys: readonly string[];
}

/** Fills an empty store. */
export async function writeOlder(where: Keys, count: number): Promise<void> {
  const store = await openStore(where);
  const responses = await store.collection(older);
  for (let n = 0; n < count; n += 1)
    await responses.insert(keyOf(n), {
      id: `r-${n}`,
      room: 'room',
      person: `person-${n}`,
      activity: 'modul-1-forberedelse',
      kind: 'prep',
      contentVersion: 'v1',
      draft: { haab: wordsOf(n) },
      other: {},
      writers: {},
      sent: { haab: wordsOf(n) },
      step: 'haab',
      startedAt: 1,
      savedAt: 1,
      completedAt: 1,
      lastSentAt: 1,
      reports: [{ timestamp: '2026-11-21T23:00:00Z' }],
      due: NEVER,
    });
  await store.close();
}

/** The responses as the program of today sees them, and a person who goes on saving until told to stop. */
export async function openResponses(where: Keys) {
  const store = await openStore(where);
  const responses = await store.collection(responseSchema);
  const saved = new Map<string, string>();
  let isStopped = false;
  let underWay = Promise.resolve();
  return {
    /** What each person has written, by key. */
    drafts: async (): Promise<Map<string, unknown>> => {
      const all = await findAllStored(responses, { room: 'room', activity: 'modul-1-forberedelse' });
      return new Map(all.map(({ key, doc }) => [key, doc.draft['haab']]));
    },
    get: async (n: number): Promise<ActivityResponse | undefined> => (await responses.get(keyOf(n)))?.doc,
    /** Begins to save every fifth of the first `count`, over and over; what was acknowledged last is in `saved`. */
    beginSaving: (count: number): void => {
      const go = async () => {
        for (let n = 0; !isStopped; n += 1) {
          const key = keyOf(((n * 7) % Math.floor(count / 5)) * 5);
          const text = `Nu mener jeg ${n}`;
          await update(responses, key, (doc) => ({ ...doc, draft: { haab: text } }));
          saved.set(key, text);
          // A person is not the only one on the machine.
          await pause(100);
        }
      };
      underWay = go();
    },
    stopSaving: async (): Promise<Map<string, string>> => {
      isStopped = true;
      await underWay;
      return saved;
    },
    close: () => store.close(),
  };
}
