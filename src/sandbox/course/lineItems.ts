import type { Collection, Store } from '../../store/port.ts';
import { course as original } from '../addresses.ts';
import { openCounter } from './counter.ts';

/** A column of the gradebook (AGS 2.0, 3.2). */
export interface LineItem {
  id: string;
  /** Id of the course it is in. */
  course: string;
  label: string;
  scoreMaximum: number;
  /** The resource link it belongs to; empty if it belongs to none. */
  activity: string;
  resourceId: string;
  tag: string;
}

interface StoredLineItem extends LineItem {
  order: number;
}

export interface LineItems {
  /** The columns of a course, in its order. */
  of(course: string): Promise<LineItem[]>;
  get(id: string): Promise<LineItem | undefined>;
  ofActivity(activity: string): Promise<LineItem[]>;
  add(item: Omit<LineItem, 'id'>): Promise<LineItem>;
  /** Returns false if it no longer exists. */
  change(item: LineItem): Promise<boolean>;
  remove(id: string): Promise<void>;
}

export async function openLineItems(store: Store): Promise<LineItems> {
  const items: Collection<StoredLineItem, 'order' | 'activity'> = await store.collection<
    StoredLineItem,
    'order' | 'activity'
  >({
    name: 'sandbox_line_items',
    indexes: [['order'], ['activity']],
    encrypted: [],
    // Before courses could be copied there was only one.
    migrations: [(doc) => ({ course: original.id, ...doc })],
  });
  const counter = await openCounter(store, 'line_items');
  const find = async (where: { activity?: string }): Promise<LineItem[]> =>
    (await items.find({ where, orderBy: 'order', limit: 1000 })).items.map((item) => item.doc);
  return {
    of: async (course) => (await find({})).filter((item) => item.course === course),
    get: async (id) => (await items.get(id))?.doc,
    ofActivity: (activity) => find({ activity }),
    add: async (item) => {
      const order = await counter.next();
      const added = { ...item, id: String(order + 8), order };
      await items.insert(added.id, added);
      return added;
    },
    change: async (item) => {
      const current = await items.get(item.id);
      if (!current) return false;
      return Boolean(await items.replace(item.id, current.version, { ...item, order: current.doc.order }));
    },
    remove: async (id) => {
      await items.delete(id);
    },
  };
}
