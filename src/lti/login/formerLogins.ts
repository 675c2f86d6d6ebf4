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

/** Collections that held logins under way before these were sealed into what the browser carries. */
const schemas = [
  schemaOf('lti_transactions'),
  schemaOf('lti_resting_logins', ['parameters']),
  schemaOf('lti_used_hints'),
];

/** Opens what an earlier version left in the store, so that it is swept when it expires; nothing reads it. */
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
