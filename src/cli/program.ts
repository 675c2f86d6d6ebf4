import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { BadSettings, type Config } from '../config.ts';
import { BadContent } from '../content/faults.ts';
import { WrongToolSecret } from '../lti/platforms/checkSecret.ts';
import { BackupFailed, BadSecretsFile, CannotOpenStore, StoreUnavailable, WrongDataKey } from '../store/errors.ts';
import { CommandFailed, WrongUse } from './failure.ts';
import { table } from './table.ts';

/** One npm script of the command line: a single command, or several by name. */
export interface Program {
  /** Printed below the commands, in whole lines. */
  about: string;
  commands: Record<string, Command> | Command;
}

export interface Command {
  /**
   * The arguments, for the usage text and for counting: a word in angle brackets for each argument, in square brackets
   * if it is optional; options last.
   */
  form: string;
  /** Further lines are indented in the usage text. */
  does: string;
  options?: ParseArgsOptionsConfig;
  /** Returns the output in whole lines. @throws {CommandFailed} @throws {WrongUse} */
  run(call: Call): Promise<string>;
}

interface Call {
  config: Config;
  values: string[];
  options: Record<string, string | boolean | (string | boolean)[] | undefined>;
}

/** How a command ended. Exit codes: 0 done, 1 failed, 2 wrong usage. */
export interface Ended {
  code: 0 | 1 | 2;
  out: string;
  err: string;
}

/** Runs what was typed after `npm run <name> --`. Never rejects. */
export function runProgram(
  { name, program }: { name: string; program: Program },
  words: readonly string[],
  readSettings: () => Config,
): Promise<Ended> {
  const usage = usageOf(name, program);
  if (['help', '--help', '-h'].includes(words[0] ?? '')) return Promise.resolve({ code: 0, out: usage, err: '' });
  return answer({ name, program }, words, readSettings).then(
    (out): Ended => ({ code: 0, out, err: '' }),
    (error: unknown) => failure(error, usage),
  );
}

/** @throws {WrongUse} */
async function answer(
  { name, program: { commands } }: { name: string; program: Program },
  words: readonly string[],
  readSettings: () => Config,
): Promise<string> {
  if (isSingle(commands))
    return commands.run({ config: readSettings(), ...understand(commands, { written: name, words }) });
  const [chosen = '', ...rest] = words;
  const command = Object.hasOwn(commands, chosen) ? commands[chosen] : undefined;
  if (!command) throw new WrongUse(chosen === '' ? 'No command was given.' : `There is no command "${chosen}".`);
  const understood = understand(command, { written: chosen, words: rest });
  return command.run({ config: readSettings(), ...understood });
}

function isSingle(commands: Program['commands']): commands is Command {
  return typeof commands['run'] === 'function';
}

function understand(command: Command, { written, words }: { written: string; words: readonly string[] }) {
  const wrongUse = new WrongUse(`It is written: ${`${written} ${command.form}`.trim()}`);
  const { values, positionals } = parsed(command, words) ?? {};
  if (!values || !positionals) throw wrongUse;
  const places = command.form.replace(/\[?--.*$/, '').match(/\[?<[^>]+>/g) ?? [];
  const least = places.filter((place) => place.startsWith('<')).length;
  if (positionals.length < least || positionals.length > places.length || positionals.includes('')) throw wrongUse;
  return { values: positionals, options: values };
}

function parsed({ options = {} }: Command, words: readonly string[]) {
  const args = words.map((word) => (isId(word, options) ? `${ID_MARK}${word}` : word));
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    return { values: unmarked(values), positionals: positionals.map(unmarked) };
  } catch {
    return undefined;
  }
}

/** No word on a command line can hold this character. */
const ID_MARK = '\0';

/** The same without the mark: a word, a list of words, or the options with their words. */
function unmarked<Given>(given: Given): Given {
  return JSON.parse(JSON.stringify(given), (_name, value: unknown) =>
    typeof value === 'string' ? value.replace(ID_MARK, '') : value,
  ) as Given;
}

/** Whether a word that looks like an option is an id: one in 64 random ids begins with a hyphen. */
function isId(word: string, options: ParseArgsOptionsConfig): boolean {
  return /^-[\w-]{21,}$/.test(word) && !Object.hasOwn(options, word.slice(2));
}

function usageOf(name: string, { about, commands }: Program): string {
  if (isSingle(commands)) return `Usage: npm run ${name} -- ${commands.form}\n\n${commands.does}\n${about}`;
  const rows = Object.entries(commands).flatMap(([command, { form, does }]) => {
    const [first = '', ...more] = does.split('\n');
    return [[`  ${`${command} ${form}`.trim()}`, first], ...more.map((line) => ['', line])];
  });
  return `Usage: npm run ${name} -- <command>\n\n${table(rows)}\n${about}`;
}

const ofStore = [BackupFailed, CannotOpenStore, StoreUnavailable, WrongDataKey, BadSecretsFile];
const expected = [CommandFailed, BadSettings, BadContent, WrongToolSecret, ...ofStore];

function failure(error: unknown, usage: string): Ended {
  if (error instanceof WrongUse) return { code: 2, out: '', err: `${error.message}\n\n${usage}` };
  if (!(error instanceof Error)) return { code: 1, out: '', err: `${String(error)}\n` };
  const plain = expected.some((kind) => error instanceof kind);
  return {
    code: 1,
    out: error instanceof CommandFailed ? error.out : '',
    err: `${plain ? error.message : (error.stack ?? error.message)}\n`,
  };
}
