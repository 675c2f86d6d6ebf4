import { withPeople } from '../../src/cli/openProduct.ts';
import { readConfig } from '../../src/config.ts';

/** Erases someone in a process that dies after so many writes of it. */
const [id = '', writes = '0'] = process.argv.slice(2);
await withPeople(readConfig(), async ({ rooms, store, privacy }) => {
  const person = await rooms.person(id);
  let left = Number(writes);
  for (const { documents } of store.opened()) {
    const deleteMany: typeof documents.deleteMany = documents.deleteMany.bind(documents);
    documents.deleteMany = async (where) => {
      if (left-- <= 0) process.kill(process.pid, 'SIGKILL');
      return deleteMany(where);
    };
  }
  if (person) await privacy.erase({ room: person.room, person: person.id }, { by: 'operator' });
});
