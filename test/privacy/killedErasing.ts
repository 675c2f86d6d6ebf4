import { openPeople } from '../../src/cli/openPeople.ts';
import { readConfig } from '../../src/config.ts';

/** Erases someone in a process that dies after so many writes of it. */
const [id = '', writes = '0'] = process.argv.slice(2);
const people = await openPeople(readConfig());
const person = await people.rooms.person(id);
let left = Number(writes);
for (const { documents } of people.opened()) {
  const deleteMany: typeof documents.deleteMany = documents.deleteMany.bind(documents);
  documents.deleteMany = async (where) => {
    if (left-- <= 0) process.kill(process.pid, 'SIGKILL');
    return deleteMany(where);
  };
}
if (person) await people.privacy.erase({ room: person.room, person: person.id }, { by: 'operator' });
await people.close();
