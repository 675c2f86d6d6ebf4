import { createRooms } from '../rooms/rooms.ts';
import { createSessionEnds } from '../rooms/sessionEnds.ts';
import { CommandFailed, WrongUse } from './failure.ts';
import type { Command, Program } from './program.ts';
import { withPlatforms, type OpenedPlatforms } from './openPlatforms.ts';

const end: Command['run'] = ({ config, options: { room, person } }) => {
  if (room === '' || person === '' || (room !== undefined && person !== undefined))
    throw new WrongUse('Name one room, or one person, or neither for everyone.');
  return withPlatforms(config, (opened) => {
    if (typeof room === 'string') return endSome(opened, { room });
    return typeof person === 'string' ? endSome(opened, { person }) : endAll(opened);
  });
};

async function endAll({ store, operators, evaluators }: OpenedPlatforms): Promise<string> {
  await (await createSessionEnds(store, Date.now)).endAll();
  for (const access of [operators, evaluators]) await access.endAll();
  return 'Everyone is signed out within half a minute, and so are operators and evaluators.\n';
}

async function endSome({ store }: OpenedPlatforms, of: { room: string } | { person: string }): Promise<string> {
  const rooms = await createRooms(store, Date.now);
  const what = 'room' in of ? 'room' : 'person';
  if (!(await rooms.endSessions(of))) throw new CommandFailed(`There is no ${what} with this id.`);
  return what === 'room' ? 'Everyone in the room is signed out.\n' : 'The person is signed out, on all devices.\n';
}

export const program: Program = {
  commands: {
    end: {
      form: '[--room <id>] [--person <id>]',
      options: { room: { type: 'string' }, person: { type: 'string' } },
      does: 'signs people out on all their devices: everyone, everyone in a room, or one person',
      run: end,
    },
  },
  about: `What people were writing is kept where it was saved, and they come in again from their course. Without --room or --person
that goes for operators and evaluators too, and links to their pages that were not used yet. Nothing else is changed, and it
may be done while the server runs: it counts within half a minute.

The room is the part after /rum/ in its address; "npm run person -- list <room>" shows its people.
`,
};
