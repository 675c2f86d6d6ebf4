import { openStore } from '../../../src/store/openStore.ts';
import { KEY_A } from './keys.ts';
import { note, openNotes } from './note.ts';

/** Opens the store, adds some due notes of its own, then claims and prints whatever is due until nothing is. */
const [databaseUrl = '', prefix = '', count = '0'] = process.argv.slice(2);
const store = await openStore({ databaseUrl, dataKeys: [KEY_A] });
const notes = await openNotes(store);
for (let n = 0; n < Number(count); n += 1) await notes.insert(`${prefix}-${n}`, note({ dueAt: n }));
for (;;) {
  const claimed = await notes.claimDue(1000, 2000);
  if (!claimed) break;
  process.stdout.write(`${claimed.key}\n`);
}
await store.close();
