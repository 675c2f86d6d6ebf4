import { CommandFailed } from './failure.ts';
import type { Command, Program } from './program.ts';
import { progressLines } from './progress.ts';
import { withProduct } from './openProduct.ts';

const NOTHING = 'Every document has the form of this version. There is nothing to do.\n';

const run: Command['run'] = ({ config, options }) => {
  const isDryRun = options['dry-run'] === true;
  return withProduct(config, async ({ store }) => {
    const older = store.opened().filter(({ migrate }) => migrate !== undefined);
    const names = older.map(({ name }) => name).join(', ');
    if (isDryRun)
      return names === ''
        ? NOTHING
        : `These collections may have documents of an older form: ${names}. Nothing was changed.\n`;
    const progress = progressLines();
    const lines: string[] = [];
    let unreadable = 0;
    for (const { name, form, migrate, moveLater } of store.opened()) {
      const walked = await (migrate ?? moveLater)?.((seen) => {
        progress(name, seen);
      });
      // Usually nobody has written at a former key.
      if (!walked || (!migrate && walked.changed + walked.unreadable === 0)) continue;
      unreadable += walked.unreadable;
      lines.push(`${name}: ${walked.changed} of ${walked.seen} documents written anew, in form ${form}.\n`);
    }
    if (lines.length === 0) return NOTHING;
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

Where the keys of a collection have changed, a start has moved its documents. This command also moves what a process of the
version before wrote after that.
`,
};
