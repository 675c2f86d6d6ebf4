import { readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { PlatformSummary } from '../lti/platforms/manage.ts';
import type { PlatformFacts } from '../lti/platforms/record.ts';
import { BadPlatformFile, readPlatformFile } from '../lti/platforms/platformFile.ts';
import { reachOf } from '../lti/reach.ts';
import { readOwnRegistration } from '../lti/registration/ownRegistration.ts';
import { CommandFailed } from './failure.ts';
import { platformTable } from './listPlatforms.ts';
import type { Command, Program } from './program.ts';
import { table } from './table.ts';
import { withPlatforms, type OpenedPlatforms } from './openPlatforms.ts';

/** A command for all platforms. */
function onAll(work: (call: Call) => Promise<string>): Command['run'] {
  return ({ config, values }) => withPlatforms(config, (opened) => work({ config, values, ...opened }));
}

/** A command for the platform named by its first argument. */
function onOne(work: (found: PlatformSummary, call: Call) => Promise<string>): Command['run'] {
  return onAll(async ({ values: [id = '', ...values], ...call }) => work(await find(call, id), { ...call, values }));
}

interface Call extends OpenedPlatforms {
  config: Config;
  values: string[];
}

const SHORTEST = 4;

/** The platform with the id that was typed, or the only one whose id begins with it. */
async function find({ platforms }: Pick<OpenedPlatforms, 'platforms'>, typed: string): Promise<PlatformSummary> {
  const all = await platforms.list();
  const exact = all.find(({ id }) => id === typed);
  if (exact) return exact;
  const begun = typed.length < SHORTEST ? [] : all.filter(({ id }) => id.startsWith(typed));
  const [only] = begun;
  if (only && begun.length === 1) return only;
  const why = begun.length > 1 ? 'More than one platform has an id that begins with' : 'There is no platform';
  throw new CommandFailed(`${why} ${typed}. "npm run platform -- list" shows them.`);
}

function named({ name, clientId }: PlatformSummary): string {
  return `${name} (client ${clientId})`;
}

const list = onAll(async ({ platforms }) => {
  const all = await platforms.list();
  return all.length === 0 ? 'There are no platforms yet.\n' : platformTable(all, Date.now());
});

const add = onAll(async ({ config, platforms, values: [path = ''] }) => {
  const facts = factsIn(path, config);
  const { id, known } = await platforms.add(facts);
  if (!known) return `Added ${facts.name} as ${id}. It is active.\n`;
  throw new CommandFailed(
    `${facts.issuer} with client ${facts.clientId} is registered already, as ${id}; nothing was changed. ` +
      'To change its addresses, remove it and add it again: its rooms are found again.',
  );
});

/** @throws {CommandFailed} */
function factsIn(path: string, config: Config): PlatformFacts {
  const content = readFile(path);
  try {
    const scopes = readOwnRegistration(config.toolUrl).scope.split(' ');
    return readPlatformFile(content, { reach: reachOf(config), scopes });
  } catch (error) {
    if (!(error instanceof BadPlatformFile)) throw error;
    throw new CommandFailed(`${path} cannot be used:\n${error.faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CommandFailed(`${path} cannot be read.`);
  }
}

const invite = onAll(
  async ({ platforms }) =>
    `${await platforms.invite()}\n\nGive this link to whoever runs the course system. It works once, within 7 days.\n`,
);

const activate = onOne(async (found, { platforms }) => {
  await platforms.activate(found.id);
  return `${named(found)} is active. Frames in its pages work within half a minute.\n`;
});

const deactivate = onOne(async (found, { platforms }) => {
  await platforms.deactivate(found.id);
  return `${named(found)} is off: no one can come in from it, and everyone inside is out within half a minute.\n`;
});

const remove = onOne(async (found, { platforms }) => {
  await platforms.remove(found.id);
  return (
    `Removed ${named(found)} and our keys for it. Its rooms and all answers are kept;\n` +
    'they are found again if the same issuer and client id are registered again.\n'
  );
});

const admit = onOne(async (found, { platforms, values: [deployment = ''] }) => {
  if (found.deploymentRule === 'any') return `${named(found)} lets every deployment in already.\n`;
  await platforms.admitDeployment(found.id, deployment);
  return `${named(found)} may now launch from deployment ${deployment}.\n`;
});
const sources = { own: 'its own', given: 'given', learned: 'learned from a launch' };

const allowFrame = onOne(async (found, { platforms, values: [address] }) => {
  if (address === undefined) return table(found.frames.map(({ origin, source }) => [origin, sources[source]]));
  if ((await platforms.allowFrame(found.id, address)) === 'no-origin') {
    throw new CommandFailed(`${address} is not an address such as https://canvas.school.dk, or https://*.school.dk.`);
  }
  return `Pages at ${address} may hold the rooms of ${named(found)} in a frame, within half a minute.\n`;
});

const forbidFrame = onOne(async (found, { platforms, values: [address = ''] }) => {
  const known = found.frames.find(({ origin }) => origin === address);
  if (!known) {
    throw new CommandFailed(`${named(found)} has no ${address}. "npm run platform -- frame ${found.id}" shows all.`);
  }
  if (known.source === 'own') throw new CommandFailed(`${address} is its own address, and stays.`);
  await platforms.forbidFrame(found.id, address);
  return `Pages at ${address} may no longer hold the rooms of ${named(found)} in a frame, within half a minute.\n`;
});

const rotateKeys = onAll(async ({ platforms, values: [id] }) => {
  const chosen = id === undefined ? await platforms.list() : [await find({ platforms }, id)];
  for (const one of chosen) await platforms.rotateKeys(one.id);
  if (chosen.length === 0) return 'There are no platforms, so there are no keys.\n';
  const lines = chosen.map((one) => `New key for ${named(one)}.\n`).join('');
  return `${lines}It is published now, signs in 10 minutes, and the one before stays published for 7 days more.\n`;
});

const withdrawKeys = onOne(async (found, { platforms }) => {
  await platforms.rotateKeys(found.id, true);
  return `The old keys for ${named(found)} are withdrawn; the new one signs now. Grades may pause for some minutes.\n`;
});

const page = onAll(
  async ({ operators }) =>
    `${await operators.link()}\n\nThe link is for you alone. It works once, within 15 minutes.\n`,
);

export const program: Program = {
  commands: {
    list: { form: '', does: 'shows all platforms', run: list },
    add: { form: '<file>', does: 'registers a platform from a file like those in lti-config/', run: add },
    invite: { form: '', does: 'prints a registration link that works once, within 7 days', run: invite },
    activate: { form: '<id>', does: 'lets a platform in', run: activate },
    deactivate: { form: '<id>', does: 'shuts a platform out, and keeps everything', run: deactivate },
    remove: { form: '<id>', does: 'forgets a registration and our keys for it; rooms and answers stay', run: remove },
    admit: { form: '<id> <deployment>', does: 'lets one more deployment of a platform in', run: admit },
    frame: {
      form: '<id> [<address>]',
      does: 'shows whose pages may hold ours in a frame, or lets one more',
      run: allowFrame,
    },
    unframe: {
      form: '<id> <address>',
      does: 'takes an address away from them; it is not learned again',
      run: forbidFrame,
    },
    'rotate-keys': { form: '[<id>]', does: 'makes new keys of ours, for one platform or all', run: rotateKeys },
    'withdraw-keys': {
      form: '<id>',
      does: 'the same without overlap, for when a key may have leaked',
      run: withdrawKeys,
    },
    page: {
      form: '',
      does: 'prints a link to the operator’s page that works once, within 15 minutes',
      run: page,
    },
  },
  about: 'Run it with the settings of the server, which may be running meanwhile.\n',
};
