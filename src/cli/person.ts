import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import { wholeLog } from '../features/auditLog/index.ts';
import { COPY_PLACE, readable } from '../features/privacy/index.ts';
import { createViews } from '../http/views.ts';
import { ErasureUnderWay, type Whom } from '../features/privacy/index.ts';
import { CommandFailed } from './failure.ts';
import type { Command, Program } from './program.ts';
import { table } from './table.ts';
import { withPeople } from './openProduct.ts';
import { csv } from '../files/csv.ts';
import { root } from '../root.ts';

async function list({ rooms }: Deps, [room = '']: string[]): Promise<string> {
  if (!(await rooms.room(room))) throw new CommandFailed('There is no room with this id.');
  const people = await rooms.people(room);
  return table([
    ['id', 'number', 'role', 'name'],
    ...people.map(({ id, number, role, name }) => [id, String(number), role, name]),
  ]);
}

async function find({ rooms }: Deps, id = '') {
  const person = await rooms.person(id);
  if (!person) throw new CommandFailed('There is no person with this id. "npm run person -- list <room>" shows them.');
  return { room: person.room, person: person.id };
}

async function exportPerson(people: Deps, [id, folder]: string[]): Promise<string> {
  const whom = await find(people, id);
  // The operator reads the person's data this way: the person's audit log says so, and so does the copy itself.
  await people.auditLog.note({
    room: whom.room,
    reader: '',
    role: 'operator',
    kind: 'copy',
    activity: '',
    whose: [whom.person],
  });
  const own = await people.privacy.gather(whom);
  const json = `${JSON.stringify(own, null, 2)}\n`;
  if (folder === undefined) return json;
  const views = createViews({ root });
  const page = readable(own, { courses: people.courses, language: 'da' });
  const html = await views.render('privacy/copy', { ...page, layout: false });
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'data.json'), json, { mode: 0o600 });
    writeFileSync(join(folder, 'data.html'), html, { mode: 0o600 });
  } catch {
    throw new CommandFailed(`The files cannot be written to ${folder}.`);
  }
  return `Wrote data.html and data.json to ${folder}.\n`;
}

async function makeLink(people: Deps, [id]: string[]): Promise<string> {
  const token = await people.copyLinks.make(await find(people, id));
  return `${people.config.toolUrl}${COPY_PLACE}/${token}\n\nSend this link to the person alone. It works once, within 7 days; an earlier one works no more.\n`;
}

async function erasePerson(people: Deps, [id]: string[]): Promise<string> {
  const whom = await findOrSweep(people, id);
  if (typeof whom === 'number')
    return `This person was erased before. Removed ${whom} documents that were left of those who were.\n`;
  try {
    const count = await people.privacy.erase(whom, { by: 'operator' });
    return `Removed ${count} documents: nothing is kept of this person. The grade in the LMS stays there.\n`;
  } catch (error) {
    if (!(error instanceof ErasureUnderWay)) throw error;
    throw new CommandFailed(
      'The erasure has begun and could not be carried to its end now. A running server tries again each minute; so does ' +
        'the next of these commands.',
    );
  }
}

/** After an incomplete erasure there is no person left to find, only remains. */
async function findOrSweep(people: Deps, id = ''): Promise<Whom | number> {
  const removed = (await people.rooms.person(id)) ? 0 : await people.privacy.sweepErased();
  return removed > 0 ? removed : find(people, id);
}

async function auditLog(deps: Deps, [room]: string[]): Promise<string> {
  const lines = await wholeLog(deps, room);
  const rows = lines.map(({ at, room: where, who, role, what, activity, whose }) => [
    ...[at, where, who, role, what, activity],
    whose.join(' '),
  ]);
  return csv([['at', 'room', 'who', 'role', 'what', 'activity', 'whose'], ...rows], { ending: '\n' });
}

function ofPeople(work: (people: Deps, values: string[]) => Promise<string>): Command['run'] {
  return ({ config, values }) => withPeople(config, (people) => work(people, values));
}

export const program: Program = {
  commands: {
    list: {
      form: '<room>',
      does: 'the people of a room: id, number, role, name. The room is the part after /rum/ in its address',
      run: ofPeople(list),
    },
    export: {
      form: '<id> [<folder>]',
      does: 'all that is kept of a person: as JSON here, or as a page and JSON in a folder. The person can\nsee in their access log that it was done',
      run: ofPeople(exportPerson),
    },
    link: {
      form: '<id>',
      does: 'prints a link by which the person fetches a copy, once, who cannot come in from a course\nany more. The person can see in their access log that it was used',
      run: ofPeople(makeLink),
    },
    erase: {
      form: '<id>',
      does: 'removes all that is kept of a person. It cannot be undone. The grade in the LMS stays',
      run: ofPeople(erasePerson),
    },
    'access-log': {
      form: '[<room>]',
      does: 'who has read whose words, and who has erased whom, as CSV for the data protection officer:\nids only, no names. Of one room, or of all',
      run: ofPeople(auditLog),
    },
    erasures: {
      form: '',
      does: 'the erasures that the store knows, for "npm run restore -- <file> --erased <list>"',
      run: ofPeople(({ privacy }) => privacy.erasedList()),
    },
  },
  about: 'Run it with the settings of the server, which may be running meanwhile.\n',
};
