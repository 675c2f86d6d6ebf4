import type { Collection, Store } from '../../store/port.ts';
import { course as original } from '../addresses.ts';
import { openCounter } from './counter.ts';

/** An activity of the course room: a link to the tool. Its id is the resource link id. */
export interface Activity {
  id: string;
  /** Id of the course it is in. */
  course: string;
  title: string;
  /** Plain text. */
  text: string;
  custom: Record<string, string>;
  container: 'frame' | 'window';
  /** Target link URI; empty: the tool's own. */
  url: string;
}

interface StoredActivity extends Activity {
  order: number;
}

export interface Activities {
  /** The activities of a course, in its order. */
  of(course: string): Promise<Activity[]>;
  get(id: string): Promise<Activity | undefined>;
  add(activity: Omit<Activity, 'id'>): Promise<Activity>;
  remove(id: string): Promise<void>;
  /** How many have ever been added. */
  count(): Promise<number>;
}

export async function openActivities(store: Store): Promise<Activities> {
  const activities: Collection<StoredActivity, 'order'> = await store.collection<StoredActivity, 'order'>({
    name: 'sandbox_activities',
    indexes: [['order']],
    encrypted: [],
    // Before courses could be copied there was only one.
    migrations: [(doc) => ({ course: original.id, ...doc })],
  });
  const stored = async () => (await activities.find({ where: {}, orderBy: 'order', limit: 1000 })).items;
  const counter = await openCounter(store, 'activities');
  return {
    of: async (course) => (await stored()).map((item) => item.doc).filter((activity) => activity.course === course),
    get: async (id) => (await activities.get(id))?.doc,
    add: async (activity) => {
      const order = await counter.next();
      // Resource link ids start at another number than line item ids, so that a tool that confuses them fails.
      const added = { ...activity, id: String(order + 16), order };
      await activities.insert(added.id, added);
      return added;
    },
    remove: async (id) => {
      await activities.delete(id);
    },
    count: counter.last,
  };
}
