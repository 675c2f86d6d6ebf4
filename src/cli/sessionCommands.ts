import type { Config } from '../config.ts';
import { createRooms } from '../rooms/rooms.ts';
import { createSessionEnds } from '../rooms/sessionEnds.ts';
import { openLinkTokens } from '../lti/platforms/openPlatformParts.ts';
import { openStore } from '../store/openStore.ts';
import type { Store } from '../store/port.ts';
import { loadSecrets } from '../store/secrets.ts';
import { CommandFailed, WrongUse } from './failure.ts';

export const usage = `Usage: npm run sessions -- end [--room <id> | --person <id>]

Signs people out: everyone, everyone in a room, or one person; on all their devices. What they were writing is kept where it
was saved, and they come in again from their course. Without --room or --person that goes for operators and
evaluators too, and links to their pages that were not used yet. Nothing else is changed, and it may be done while the server runs: it counts within half a minute.

The room is the part after /rum/ in its address; "npm run person -- list <room>" shows its people.
`;

/** One `npm run sessions -- …`. @throws {WrongUse} @throws {CommandFailed} */
export const sessionCommand = async (words: readonly string[], config: Config): Promise<string> => {
  const [command, option, id = '', ...more] = words;
  const isWhole = option === undefined || (['--room', '--person'].includes(option) && id !== '');
  if (command !== 'end' || !isWhole || more.length > 0)
    throw new WrongUse(
      'It is written: npm run sessions -- end, with --room <id> or --person <id> where it is not for everyone.',
    );
  const { dataKeys } = loadSecrets(config);
  const store = await openStore({ databaseUrl: config.databaseUrl, dataKeys });
  try {
    if (option === undefined) return await endAll(store);
    return await endSome(store, option === '--room' ? { room: id } : { person: id });
  } finally {
    await store.close();
  }
};

const endAll = async (store: Store): Promise<string> => {
  await (await createSessionEnds(store, Date.now)).endAll();
  const byLink = await openLinkTokens({ store, clock: Date.now });
  for (const tokens of Object.values(byLink)) await tokens.endAll();
  return 'Everyone is signed out within half a minute, and so are operators and evaluators.\n';
};

const endSome = async (store: Store, of: { room: string } | { person: string }): Promise<string> => {
  const rooms = await createRooms(store, Date.now);
  const what = 'room' in of ? 'room' : 'person';
  if (!(await rooms.endSessions(of))) throw new CommandFailed(`There is no ${what} with this id.`);
  return what === 'room' ? 'Everyone in the room is signed out.\n' : 'The person is signed out, on all devices.\n';
};
