import type { Store } from '../../store/port.ts';

/** Numbers 1, 2, 3 … that are never used twice, even after a deletion. */
export interface Counter {
  next: () => Promise<number>;
  last: () => Promise<number>;
}

export async function openCounter(store: Store, name: string): Promise<Counter> {
  const counters = await store.collection<{ last: number }, 'last'>({
    name: 'sandbox_counters',
    indexes: [['last']],
    encrypted: [],
  });
  if (!(await counters.get(name))) await counters.insert(name, { last: 0 });
  const read = async () => {
    const current = await counters.get(name);
    if (!current) throw new Error(`The counter ${name} is gone.`);
    return current;
  };
  return {
    last: async () => (await read()).doc.last,
    next: async () => {
      for (;;) {
        const current = await read();
        const last = current.doc.last + 1;
        if (await counters.replace(name, current.version, { last })) return last;
      }
    },
  };
}
