import { BadSettings, readConfig } from '../config.ts';
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

const main = async (words: readonly string[]): Promise<string> => {
  if (['help', '--help', '-h'].includes(words[0] ?? '')) return usage();
  const { command, values } = understand(words);
  const management = await openManagement(readConfig(), Date.now);
  try {
    return await command.run({ management, clock: Date.now, values });
  } finally {
    await management.close();
  }
};

const expected = [CommandFailed, BadSettings, CannotOpenStore, WrongDataKey, BadSecretsFile];

/** Exit codes: 0 done, 1 could not be done, 2 not understood. */
const report = (error: unknown): void => {
  if (error instanceof WrongUse) {
    process.stderr.write(`${error.message}\n\n${usage()}`);
    process.exitCode = 2;
    return;
  }
  const plain = error instanceof Error && expected.some((kind) => error instanceof kind);
  process.stderr.write(`${plain ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
};

await main(process.argv.slice(2)).then((answer) => process.stdout.write(answer), report);
