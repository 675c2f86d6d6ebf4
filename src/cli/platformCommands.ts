import { readFileSync } from 'node:fs';
import type { Clock } from '../domain/clock.ts';
import type { PlatformSummary } from '../lti/platforms/manage.ts';
import { BadPlatformFile } from '../lti/platforms/platformFile.ts';
import { CommandFailed } from './failure.ts';
import { platformTable } from './listPlatforms.ts';
import type { Management } from './openManagement.ts';
import { table } from './table.ts';

export interface Call {
  management: Management;
  clock: Clock;
  /** What stands after the command, as many as it asks for. */
  values: string[];
}

export interface Command {
  /** How it is written, for the usage: one word in angle brackets for each value, in square brackets where optional. */
  form: string;
  does: string;
  /** The answer, whole lines. @throws {CommandFailed} */
  run(call: Call): Promise<string>;
}

const SHORTEST = 4;

/** The platform whose id is, or alone begins with, what was typed. */
const find = async ({ platforms }: Management, typed = ''): Promise<PlatformSummary> => {
  const all = await platforms.list();
  const exact = all.find(({ id }) => id === typed);
  if (exact) return exact;
  const begun = typed.length < SHORTEST ? [] : all.filter(({ id }) => id.startsWith(typed));
  const [only] = begun;
  if (only && begun.length === 1) return only;
  const why = begun.length > 1 ? 'More than one platform has an id that begins with' : 'There is no platform';
  throw new CommandFailed(`${why} ${typed}. "npm run platform -- list" shows them.`);
};

const named = ({ name, clientId }: PlatformSummary): string => `${name} (client ${clientId})`;

const readFile = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CommandFailed(`${path} cannot be read.`);
  }
};

const add: Command['run'] = async ({ management, values: [path = ''] }) => {
  const content = readFile(path);
  try {
    const facts = management.read(content);
    const { id, known } = await management.platforms.add(facts);
    if (known) {
      throw new CommandFailed(
        `${facts.issuer} with client ${facts.clientId} is registered already, as ${id}; nothing was changed. ` +
          'To change its addresses, remove it and add it again: its rooms are found again.',
      );
    }
    return `Added ${facts.name} as ${id}. It is active.\n`;
  } catch (error) {
    if (!(error instanceof BadPlatformFile)) throw error;
    throw new CommandFailed(`${path} cannot be used:\n${error.faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
};

const sources = { own: 'its own', given: 'given', learned: 'learned from a launch' };

const allowFrame: Command['run'] = async ({ management, values: [id, address] }) => {
  const found = await find(management, id);
  if (address === undefined) return table(found.frames.map(({ origin, source }) => [origin, sources[source]]));
  if ((await management.platforms.allowFrame(found.id, address)) === 'no-origin') {
    throw new CommandFailed(`${address} is not an address such as https://canvas.school.dk, or https://*.school.dk.`);
  }
  return `Pages at ${address} may hold the rooms of ${named(found)} in a frame, within half a minute.\n`;
};

const forbidFrame: Command['run'] = async ({ management, values: [id, address = ''] }) => {
  const found = await find(management, id);
  const known = found.frames.find(({ origin }) => origin === address);
  if (!known) {
    throw new CommandFailed(`${named(found)} has no ${address}. "npm run platform -- frame ${found.id}" shows all.`);
  }
  if (known.source === 'own') throw new CommandFailed(`${address} is its own address, and stays.`);
  await management.platforms.forbidFrame(found.id, address);
  return `Pages at ${address} may no longer hold the rooms of ${named(found)} in a frame, within half a minute.\n`;
};

const rotateKeys: Command['run'] = async ({ management, values: [id] }) => {
  const chosen = id === undefined ? await management.platforms.list() : [await find(management, id)];
  for (const one of chosen) await management.platforms.rotateKeys(one.id);
  if (chosen.length === 0) return 'There are no platforms, so there are no keys.\n';
  const lines = chosen.map((one) => `New key for ${named(one)}.\n`).join('');
  return `${lines}It is published now, signs in 10 minutes, and the one before stays published for 7 days more.\n`;
};

export const commands: Record<string, Command> = {
  list: {
    form: 'list',
    does: 'shows all platforms',
    run: async ({ management, clock }) => {
      const all = await management.platforms.list();
      return all.length === 0 ? 'There are no platforms yet.\n' : platformTable(all, clock());
    },
  },
  add: { form: 'add <file>', does: 'registers a platform from a file like those in lti-config/', run: add },
  invite: {
    form: 'invite',
    does: 'prints a registration link that works once, within 7 days',
    run: async ({ management }) =>
      `${await management.platforms.invite()}\n\nGive this link to whoever runs the course system. It works once, within 7 days.\n`,
  },
  activate: {
    form: 'activate <id>',
    does: 'lets a platform in',
    run: async ({ management, values: [id] }) => {
      const found = await find(management, id);
      await management.platforms.activate(found.id);
      return `${named(found)} is active. Frames in its pages work within half a minute.\n`;
    },
  },
  deactivate: {
    form: 'deactivate <id>',
    does: 'shuts a platform out, and keeps everything',
    run: async ({ management, values: [id] }) => {
      const found = await find(management, id);
      await management.platforms.deactivate(found.id);
      return `${named(found)} is off: no one can come in from it. Whoever is inside may go on for up to 12 hours.\n`;
    },
  },
  remove: {
    form: 'remove <id>',
    does: 'forgets a registration and our keys for it; rooms and answers stay',
    run: async ({ management, values: [id] }) => {
      const found = await find(management, id);
      await management.platforms.remove(found.id);
      return (
        `Removed ${named(found)} and our keys for it. Its rooms and all answers are kept;\n` +
        'they are found again if the same issuer and client id are registered anew.\n'
      );
    },
  },
  admit: {
    form: 'admit <id> <deployment>',
    does: 'lets one more deployment of a platform in',
    run: async ({ management, values: [id, deployment = ''] }) => {
      const found = await find(management, id);
      if (found.deploymentRule === 'any') return `${named(found)} lets every deployment in already.\n`;
      await management.platforms.admitDeployment(found.id, deployment);
      return `${named(found)} may now launch from deployment ${deployment}.\n`;
    },
  },
  frame: {
    form: 'frame <id> [<address>]',
    does: 'shows whose pages may hold ours in a frame, or lets one more',
    run: allowFrame,
  },
  unframe: {
    form: 'unframe <id> <address>',
    does: 'takes an address away from them; it is not learned again',
    run: forbidFrame,
  },
  'rotate-keys': {
    form: 'rotate-keys [<id>]',
    does: 'makes new keys of ours, for one platform or all',
    run: rotateKeys,
  },
  'withdraw-keys': {
    form: 'withdraw-keys <id>',
    does: 'the same without overlap, for when a key may have leaked',
    run: async ({ management, values: [id] }) => {
      const found = await find(management, id);
      await management.platforms.rotateKeys(found.id, true);
      return `The old keys for ${named(found)} are withdrawn; the new one signs now. Grades may pause for some minutes.\n`;
    },
  },
  page: {
    form: 'page',
    does: 'prints a link to the operator’s page that works once, within 15 minutes',
    run: async ({ management }) =>
      `${await management.operators.link()}\n\nThe link is for you alone. It works once, within 15 minutes.\n`,
  },
};
