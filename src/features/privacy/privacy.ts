import type { Clock } from '../../domain/clock.ts';
import type { Schedule } from '../../domain/schedule.ts';
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

/** What is kept of people: a copy of it, its erasure, and its end. Every collection must be opened before these are used. */
export interface Privacy {
  gather(whom: Whom): Promise<OwnData>;
  /**
   * Removes all that is kept of a person; how many documents. It cannot be undone, and an old backup does not undo it.
   * @throws {ErasureUnderWay} where it has begun and must be gone on with
   */
  erase(whom: Whom, eraser: Eraser): Promise<number>;
  /** Goes on with erasures that were interrupted; how many. @throws {ErasureUnderWay} */
  finishErasures(): Promise<number>;
  /** Removes what is left of people who were erased, whatever brought it there; how many documents. Reads everything. */
  sweepErased(): Promise<number>;
  /** The erasures that this store knows, as `npm run restore -- --erased` takes them. */
  erasedList(): Promise<string>;
  /** Notes erasures of another store's list, so that this store's own backups do not bring anyone back either. */
  noteErased(list: ReadonlyMap<string, number>): Promise<void>;
  /** The erasures that this store knows, and who asked for them. */
  erased(): Promise<Erased[]>;
  /** When this room is removed, in milliseconds since 1970; undefined where it is not past its time. */
  endingOf(room: string): Promise<number | undefined>;
  /** Removes, or only counts, the rooms that ended RETENTION_MONTHS ago and whose staff have been able to see it. */
  retain(isDryRun: boolean): Promise<Removed>;
}

/** That someone was erased. */
export interface Erased {
  /** What is left of their id. */
  hash: string;
  /** Milliseconds since 1970. */
  at: number;
  /** What the one who asked for it was; empty in erasures from before this was noted. */
  by: string;
  /** Id of the administrator; empty where it was the person or a command. */
  actor: string;
}

export interface PrivacyDeps {
  clock: Clock;
  dataDir: string;
  retentionMonths: number;
  weeks: (schedule: Schedule) => number;
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
