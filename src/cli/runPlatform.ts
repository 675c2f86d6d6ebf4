import { BadSettings, type Config } from '../config.ts';
import { CannotOpenStore, BadSecretsFile, WrongDataKey } from '../store/errors.ts';
import { CommandFailed, WrongUse } from './failure.ts';
import { openManagement } from './openManagement.ts';
import { type Command, commands } from './platformCommands.ts';
import { table } from './table.ts';

const usage = (): string => {
  const rows = Object.values(commands).map(({ form, does }) => [`  ${form}`, does]);
  return `Usage: npm run platform -- <command>\n\n${table(rows)}
Run it with the settings of the server, which may be running meanwhile.
`;
};

/** @throws {WrongUse} */
const understand = ([name = '', ...values]: readonly string[]): { command: Command; values: string[] } => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new WrongUse(name === '' ? 'No command was given.' : `There is no command "${name}".`);
  const asked = command.form.split(' ').slice(1);
  const least = asked.filter((one) => one.startsWith('<')).length;
  if (values.length < least || values.length > asked.length || values.includes('')) {
    throw new WrongUse(`It is written: ${command.form}`);
  }
  return { command, values };
};

const answer = async (words: readonly string[], readSettings: () => Config): Promise<string> => {
  if (['help', '--help', '-h'].includes(words[0] ?? '')) return usage();
  const { command, values } = understand(words);
  const management = await openManagement(readSettings(), Date.now);
  try {
    return await command.run({ management, clock: Date.now, values });
  } finally {
    await management.close();
  }
};

/** How a command ended. Exit codes: 0 done, 1 could not be done, 2 not understood. */
export interface Ended {
  code: 0 | 1 | 2;
  out: string;
  err: string;
}

const expected = [CommandFailed, BadSettings, CannotOpenStore, WrongDataKey, BadSecretsFile];

const failure = (error: unknown): Ended => {
  if (error instanceof WrongUse) return { code: 2, out: '', err: `${error.message}\n\n${usage()}` };
  if (!(error instanceof Error)) return { code: 1, out: '', err: `${String(error)}\n` };
  const plain = expected.some((kind) => error instanceof kind);
  return { code: 1, out: '', err: `${plain ? error.message : (error.stack ?? error.message)}\n` };
};

/** Runs one `npm run platform -- …`. Never rejects. */
export const runPlatform = (words: readonly string[], readSettings: () => Config): Promise<Ended> =>
  answer(words, readSettings).then((out): Ended => ({ code: 0, out, err: '' }), failure);
