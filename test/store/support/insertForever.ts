import { writeSync } from 'node:fs';
import { openStore } from '../../../src/store/openStore.ts';
import { KEY_A } from './keys.ts';
import { note, openNotes } from './note.ts';

/** Inserts notes and prints the key of each as soon as the insert is acknowledged, until it is killed. */
const [databaseUrl = '', prefix = '', text = ''] = process.argv.slice(2);
const notes = await openNotes(await openStore({ databaseUrl, dataKeys: [KEY_A] }));
for (let n = 0; ; n += 1) {
  await notes.insert(`${prefix}-${n}`, note({ room: prefix, text: `${text} ${n}` }));
  writeSync(1, `${prefix}-${n}\n`);
}
