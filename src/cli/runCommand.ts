import { BadSettings } from '../config.ts';
import { BadContent } from '../content/faults.ts';
import { WrongToolSecret } from '../lti/platforms/checkSecret.ts';
import { BackupFailed, BadSecretsFile, CannotOpenStore, StoreUnavailable, WrongDataKey } from '../store/errors.ts';
import { CommandFailed, WrongUse } from './failure.ts';

/** How a command ended. Exit codes: 0 done, 1 could not be done, 2 not understood. */
export interface Ended {
  code: 0 | 1 | 2;
  out: string;
  err: string;
}

const ofStore = [BackupFailed, CannotOpenStore, StoreUnavailable, WrongDataKey, BadSecretsFile];
const expected = [CommandFailed, BadSettings, BadContent, WrongToolSecret, ...ofStore];

const failure = (error: unknown, usage: string): Ended => {
  if (error instanceof WrongUse) return { code: 2, out: '', err: `${error.message}\n\n${usage}` };
  if (!(error instanceof Error)) return { code: 1, out: '', err: `${String(error)}\n` };
  const plain = expected.some((kind) => error instanceof kind);
  return { code: 1, out: '', err: `${plain ? error.message : (error.stack ?? error.message)}\n` };
};

/** Runs one command of its own, with help on request. Never rejects. */
export const runCommand = (
  words: readonly string[],
  { usage, answer }: { usage: string; answer: (words: readonly string[]) => Promise<string> },
): Promise<Ended> => {
  if (['help', '--help', '-h'].includes(words[0] ?? '')) return Promise.resolve({ code: 0, out: usage, err: '' });
  return answer(words).then(
    (out): Ended => ({ code: 0, out, err: '' }),
    (error: unknown) => failure(error, usage),
  );
};

/** Writes what a command ended with to this process's streams. */
export const end = ({ code, out, err }: Ended): void => {
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = code;
};
