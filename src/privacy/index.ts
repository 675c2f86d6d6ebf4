import type { Clock } from '../domain/clock.ts';
import type { Schedule } from '../domain/schedule.ts';
import type { Store } from '../store/port.ts';
import type { Whom } from './belonging.ts';
import { erase, finishErasures } from './erase.ts';
import { erasureLine, erasureSchema, listPath, noteErased } from './erasures.ts';
import { gather, type OwnData } from './gather.ts';
import { retain, type Removed } from './retention.ts';

export type { OwnData } from './gather.ts';
export type { Whom } from './belonging.ts';
export { inventory } from './inventory.ts';
export { ERASURES, listPath, readList } from './erasures.ts';
export { withoutErased } from './withoutErased.ts';

/** What is kept of people: a copy of it, its erasure, and its end. Every collection must be opened before these are used. */
export interface Privacy {
  gather(whom: Whom): Promise<OwnData>;
  /** Removes all that is kept of a person; how many documents. It cannot be undone, and an old backup does not undo it. */
  erase(whom: Whom): Promise<number>;
  /** Goes on with erasures that were interrupted; how many. To be called at start. */
  finishErasures(): Promise<number>;
  /** The erasures that this store knows, as `npm run restore -- --erased` takes them. */
  erasedList(): Promise<string>;
  /** Notes erasures of another store's list, so that this store's own backups do not bring anyone back either. */
  noteErased(list: ReadonlyMap<string, number>): Promise<void>;
  /** Removes, or only counts, the rooms that ended RETENTION_MONTHS ago. */
  retain(isDryRun: boolean): Promise<Removed>;
}

export interface PrivacyNeeds {
  clock: Clock;
  dataDir: string;
  retentionMonths: number;
  weeks: (schedule: Schedule) => number;
}

export const createPrivacy = async (store: Store, needs: PrivacyNeeds): Promise<Privacy> => {
  const { clock, dataDir, retentionMonths: months, weeks } = needs;
  const erasures = await store.collection(erasureSchema);
  const erasing = { store, erasures, clock, list: listPath(dataDir) };
  return {
    gather: (whom) => gather(store, whom, clock()),
    erase: (whom) => erase(erasing, whom),
    finishErasures: () => finishErasures(erasing),
    erasedList: async () => {
      const lines: string[] = [];
      let after: string | undefined;
      do {
        const page = await erasures.find({ where: {}, limit: 1000, ...(after === undefined ? {} : { after }) });
        lines.push(...page.items.map(({ key, doc }) => erasureLine(key, doc.at)));
        after = page.next;
      } while (after !== undefined);
      return lines.join('');
    },
    noteErased: (list) => noteErased(erasures, list),
    retain: (isDryRun) => retain({ store, clock, months, weeks }, isDryRun),
  };
};
