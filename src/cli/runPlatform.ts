import { BadSettings, type Config } from '../config.ts';
import { CannotOpenStore, BadSecretsFile, WrongDataKey } from '../store/errors.ts';
import { CommandFailed, WrongUse } from './failure.ts';
import { openManagement } from './openManagement.ts';
import { evaluationCommands } from './evaluationCommands.ts';
import { type Command, commands as platformCommands } from './platformCommands.ts';
import { table } from './table.ts';

/** The commands that work on the store of the server, each group by the name of its npm script. */
const groups = { platform: platformCommands, evaluation: evaluationCommands } as const;
type Group = keyof typeof groups;

const usage = (group: Group): string => {
  const commands: Record<string, Command> = groups[group];
  const rows = Object.values(commands).map(({ form, does }) => [`  ${form}`, does]);
  return `Usage: npm run ${group} -- <command>\n\n${table(rows)}
Run it with the settings of the server, which may be running meanwhile.
`;
};

/** @throws {WrongUse} */
const understand = (
  group: Group,
  [name = '', ...values]: readonly string[],
): { command: Command; values: string[] } => {
  const commands: Record<string, Command> = groups[group];
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new WrongUse(name === '' ? 'No command was given.' : `There is no command "${name}".`);
  const asked = command.form.split(' ').slice(1);
  const least = asked.filter((one) => one.startsWith('<')).length;
  if (values.length < least || values.length > asked.length || values.includes('')) {
    throw new WrongUse(`It is written: ${command.form}`);
  }
  return { command, values };
};

const answer = async (group: Group, words: readonly string[], readSettings: () => Config): Promise<string> => {
  if (['help', '--help', '-h'].includes(words[0] ?? '')) return usage(group);
  const { command, values } = understand(group, words);
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

const failure = (group: Group, error: unknown): Ended => {
  if (error instanceof WrongUse) return { code: 2, out: '', err: `${error.message}\n\n${usage(group)}` };
  if (!(error instanceof Error)) return { code: 1, out: '', err: `${String(error)}\n` };
  const plain = expected.some((kind) => error instanceof kind);
  return { code: 1, out: '', err: `${plain ? error.message : (error.stack ?? error.message)}\n` };
};

/** Runs one `npm run platform -- …` or `npm run evaluation -- …`. Never rejects. */
const run = (group: Group, words: readonly string[], readSettings: () => Config): Promise<Ended> =>
  answer(group, words, readSettings).then(
    (out): Ended => ({ code: 0, out, err: '' }),
    (error: unknown) => failure(group, error),
  );

export const runPlatform = (words: readonly string[], readSettings: () => Config): Promise<Ended> =>
  run('platform', words, readSettings);

export const runEvaluation = (words: readonly string[], readSettings: () => Config): Promise<Ended> =>
  run('evaluation', words, readSettings);
