import { readConfig } from '../config.ts';
import { CommandFailed, WrongUse } from './failure.ts';
import { withEverything } from './openEverything.ts';
import { progressLines } from './progress.ts';
import { end, runCommand } from './runCommand.ts';

const usage = `Usage: npm run migrate [-- --dry-run]

Writes documents that have an older form in the form of this version, while the program runs. The program itself reads
both, and writes the new one; so nothing waits for this command. One that was stopped is begun again: what is done is
passed over. With --dry-run it only says which collections may have such documents.
`;

const answer = async (words: readonly string[]): Promise<string> => {
  if (words.some((word) => word !== '--dry-run')) throw new WrongUse('It is written: npm run migrate -- --dry-run');
  const isDryRun = words.length > 0;
  return withEverything(readConfig(), async (collections) => {
    const waiting = collections.flatMap(({ name, form, migrate }) => (migrate ? [{ name, form, migrate }] : []));
    if (waiting.length === 0) return 'Every document has the form of this version. There is nothing to do.\n';
    const names = waiting.map(({ name }) => name).join(', ');
    if (isDryRun) return `These collections may have documents of an older form: ${names}. Nothing was changed.\n`;
    const progress = progressLines();
    const lines: string[] = [];
    let unreadable = 0;
    for (const { name, form, migrate } of waiting) {
      const walked = await migrate((seen) => {
        progress(name, seen);
      });
      unreadable += walked.unreadable;
      lines.push(`${name}: ${walked.changed} of ${walked.seen} documents written anew, in form ${form}.\n`);
    }
    if (unreadable === 0) return `${lines.join('')}Every document has the form of this version.\n`;
    throw new CommandFailed(
      `${lines.join('')}${unreadable} documents cannot be decrypted and were left as they are. They were changed outside ` +
        'this program; put them back from a backup, and run this again.',
    );
  });
};

end(await runCommand(process.argv.slice(2), { usage, answer }));
