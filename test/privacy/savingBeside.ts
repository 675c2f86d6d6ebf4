import { readConfig } from '../../src/config.ts';
import { openStores } from '../../src/composition/stores.ts';
import type { ResponseKey } from '../../src/responses/responses.ts';

/** Saves a new draft for whomever it is told of, as another process of the server would, and says when that is over. */
const { responses, store } = await openStores(readConfig(), Date.now);
const field = { question: 'note', kind: 'text', posted: 'Jeg sover dårligt', base: '', page: 'p' } as const;
process.on('message', (of: ResponseKey) => {
  const change = { kind: 'prep', contentVersion: '1', step: '', fields: [field], dropped: [] } as const;
  void responses
    .saveDraft(of, { ...change, fields: [field], dropped: [] })
    .catch(() => undefined)
    .then(() => process.send?.('over'));
});
process.on('disconnect', () => void store.close());
process.send?.('ready');
