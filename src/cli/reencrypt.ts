import { loadSecrets } from '../store/secrets.ts';
import { reencrypt, type Reencrypted } from '../store/upkeep/reencrypt.ts';
import { CommandFailed } from './failure.ts';
import type { Command, Program } from './program.ts';
import { progressLines } from './progress.ts';

const run: Command['run'] = async ({ config, options }) => {
  const isDryRun = options['dry-run'] === true;
  const { dataKeys } = loadSecrets(config);
  const { databaseUrl } = config;
  return said(await reencrypt({ databaseUrl, dataKeys, isDryRun, progress: progressLines() }), isDryRun);
};

function said({ key, released, documents, isOverrun }: Reencrypted, isDryRun: boolean): string {
  const older = released.map((id) => `key id ${id}`).join(', ');
  const counts = `${documents.changed} of ${documents.seen} documents`;
  if (isDryRun && released.length > 0)
    return `${counts} are encrypted with an older key (${older}). DATA_KEY must keep it. Nothing was changed.\n`;
  if (documents.unreadable > 0)
    throw new CommandFailed(
      `Encrypted ${counts} anew. ${documents.unreadable} cannot be decrypted and were left as they are: they were changed ` +
        'outside this program. DATA_KEY must keep its older keys until they are put back from a backup, and this is run again.',
    );
  if (isOverrun)
    throw new CommandFailed(
      `Encrypted ${counts} anew, but a program still encrypts with an older key. Start every process of it with the new ` +
        'key first in DATA_KEY, and run this again.',
    );
  if (released.length === 0)
    return `Everything is encrypted with the first key (key id ${key}); DATA_KEY needs no other.\n`;
  return (
    `Encrypted ${counts} anew. Everything is encrypted with the first key (key id ${key}) now.\n` +
    `DATA_KEY may now be that key alone. Keep the older one (${older}) apart, for as long as you keep backups from before.\n`
  );
}

export const program: Program = {
  commands: {
    form: '[--dry-run]',
    options: { 'dry-run': { type: 'boolean' } },
    does: `Encrypts everything that is encrypted with an older key with the first key in DATA_KEY, while the program runs, and says
when the older one may be taken out.`,
    run,
  },
  about: `Before it, start every process of the program with the new key first. If it was stopped, run it again: it passes over what
is done. With --dry-run it only counts.
`,
};
