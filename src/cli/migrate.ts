import { CommandFailed } from './failure.ts';
import type { Command, Program } from './program.ts';
import { progressLines } from './progress.ts';
import { withProduct } from './openProduct.ts';

const run: Command['run'] = ({ config, options }) => {
  const isDryRun = options['dry-run'] === true;
  return withProduct(config, async ({ store }) => {
    const waiting = store.opened().flatMap(({ name, form, migrate }) => (migrate ? [{ name, form, migrate }] : []));
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
    if (unreadable === 0) {
      await store.settleProven();
      return `${lines.join('')}Every document has the form of this version, and its proof.\n`;
    }
    throw new CommandFailed(
      `${lines.join('')}${unreadable} documents cannot be decrypted and were left as they are. They were changed outside ` +
        'this program; put them back from a backup, and run this again.',
    );
  });
};

export const program: Program = {
  commands: {
    form: '[--dry-run]',
    options: { 'dry-run': { type: 'boolean' } },
    does: 'Writes documents that have an older form in the form of this version, while the program runs.',
    run,
  },
  about: `The program itself reads both forms and writes the new one, so nothing waits for this command. If it was stopped, run it
again: it passes over what is done. With --dry-run it only says which collections may have such documents.

Each document also gets a proof that this program wrote it. When all have one, a document without is refused from the next
start on. So no process of a version from before the proofs may run any more.
`,
};
