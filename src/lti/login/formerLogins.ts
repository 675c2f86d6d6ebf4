import type { Clock } from '../../domain/clock.ts';
import type { CollectionSchema, Store } from '../../store/port.ts';

interface Former {
  parameters?: unknown;
  expiresAt: number;
}

function schemaOf(name: string, encrypted: 'parameters'[] = []): CollectionSchema<Former, 'expiresAt'> {
  return {
    name,
    indexes: [['expiresAt']],
    encrypted,
    expiry: 'expiresAt',
  };
}

/** Where logins under way were kept before they were sealed into what the browser carries. */
const schemas = [
  schemaOf('lti_transactions'),
  schemaOf('lti_resting_logins', ['parameters']),
  schemaOf('lti_used_hints'),
];

/** What an earlier version has left in the store: nothing reads it, and it goes when it has expired. */
export async function openFormerLogins({
  store,
  clock,
}: {
  store: Store;
  clock: Clock;
}): Promise<{ sweep: () => Promise<number> }> {
  const former = await Promise.all(schemas.map((schema) => store.collection(schema)));
  return {
    sweep: async () => {
      const swept = await Promise.all(former.map((rows) => rows.sweep(clock())));
      return swept.reduce((sum, count) => sum + count, 0);
    },
  };
}
