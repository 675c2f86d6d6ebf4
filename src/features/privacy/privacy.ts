import type { WeeksOf } from './retention/roomEnds.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Store, Stored } from '../../store/port.ts';
import type { Whom } from './inventory/belonging.ts';
import { erase, finishErasures } from './erasing/erase.ts';
import { sweepErased } from './erasing/sweepErased.ts';
import {
  allErasures,
  erasureLine,
  erasureSchema,
  listPath,
  noteErased,
  type Eraser,
  type Erasure,
} from './erasing/erasures.ts';
import { endingSchema } from './retention/endings.ts';
import { gather, type OwnData } from './gather.ts';
import { retain, type Removed } from './retention/retention.ts';

/** Personal data: copies, erasure and retention. Every collection must be opened before these are used. */
export interface Privacy {
  gather(whom: Whom): Promise<OwnData>;
  /**
   * Removes all data about a person; returns how many documents. It cannot be undone, and restoring an old backup does
   * not undo it.
   * @throws {ErasureUnderWay} if it has begun and must be continued
   */
  erase(whom: Whom, eraser: Eraser): Promise<number>;
  /** Continues interrupted erasures; returns how many. @throws {ErasureUnderWay} */
  finishErasures(): Promise<number>;
  /** Removes what is left of erased people, wherever it came from; returns how many documents. Reads everything. */
  sweepErased(): Promise<number>;
  /** The erasures that this store knows, in the form that `npm run restore -- --erased` takes. */
  erasedList(): Promise<string>;
  /** Records erasures from another store's list, so that this store's own backups do not bring anyone back either. */
  noteErased(list: ReadonlyMap<string, number>): Promise<void>;
  /** The erasures that this store knows, and who requested them. */
  erased(): Promise<Erased[]>;
  /** When this room is removed, in milliseconds since 1970; undefined if its retention has not run out. */
  endingOf(room: string): Promise<number | undefined>;
  /** Removes, or only counts, the rooms that ended RETENTION_MONTHS ago and whose staff have had time to see it. */
  retain(isDryRun: boolean): Promise<Removed>;
}

/** A record that someone was erased. */
export interface Erased {
  /** The remaining hash of their id. */
  hash: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The kind of person who requested it; empty in erasures from before this was recorded. */
  by: string;
  /** Id of the administrator; empty if it was the person or a command. */
  actor: string;
}

export interface PrivacyDeps {
  clock: Clock;
  dataDir: string;
  retentionMonths: number;
  weeks: WeeksOf;
}

export async function createPrivacy(store: Store, deps: PrivacyDeps): Promise<Privacy> {
  const { clock, dataDir, retentionMonths: months, weeks } = deps;
  const erasures = await store.collection(erasureSchema);
  const endings = await store.collection(endingSchema);
  const erasing = { store, erasures, clock, list: listPath(dataDir) };
  return {
    gather: (whom) => gather(store, whom, clock()),
    erase: (whom, eraser) => erase(erasing, whom, eraser),
    finishErasures: () => finishErasures(erasing),
    sweepErased: () => sweepErased(erasing),
    erasedList: async () => (await allErasures(erasures)).map(({ key, doc }) => erasureLine(key, doc.at)).join(''),
    erased: async () => (await allErasures(erasures)).map(erasedOf),
    noteErased: (list) => noteErased(erasures, list),
    endingOf: async (room) => (await endings.get(room))?.doc.removeAt,
    retain: (isDryRun) => retain({ store, endings, clock, months, weeks }, isDryRun),
  };
}

function erasedOf({ key, doc }: Stored<Erasure>): Erased {
  return { hash: key, at: doc.at, by: doc.by ?? '', actor: doc.actor ?? '' };
}
