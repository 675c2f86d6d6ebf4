import process from 'node:process';
import { createRooms } from '../../../src/rooms/rooms.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { KEY_A } from './keys.ts';

/** Opens the rooms of a store as a start does, prints who is in them, and stops at nothing but a kill after some operation. */
const [databaseUrl = '', last = '', times = '0'] = process.argv.slice(2);
let left = Number(times);
const store = await openStore({
  databaseUrl,
  dataKeys: [KEY_A],
  measures: {
    store: (operation) => {
      if (operation === last && (left -= 1) === 0) process.kill(process.pid, 'SIGKILL');
    },
  },
});
const rooms = await createRooms(store, Date.now);
for (const { id } of await rooms.all())
  for (const person of await rooms.people(id)) process.stdout.write(`${person.number} ${person.id} ${person.name}\n`);
await store.close();
