import { AUDIT_MONTHS, GRACE_DAYS } from '../domain/retention.ts';
import type { Removed } from '../features/privacy/index.ts';
import type { Command, Program } from './program.ts';
import { table } from './table.ts';
import { withPeople } from './openProduct.ts';

const run: Command['run'] = async ({ config, options }) => {
  const isDryRun = options['dry-run'] === true;
  const { removed, left } = await withPeople(config, async ({ privacy }) => ({
    removed: await privacy.retain(isDryRun),
    left: isDryRun ? 0 : await privacy.sweepErased(),
  }));
  return said({ ...removed, left, isDryRun, months: config.retentionMonths });
};

interface Said extends Removed {
  left: number;
  isDryRun: boolean;
  months: number;
}

function said({ rooms, waiting, documents, left, isDryRun, months }: Said): string {
  const ended = `that ended ${months} months ago or more`;
  const first = isDryRun
    ? `Would remove ${inWords(rooms)} ${ended}. Nothing was changed.\n`
    : `Removed ${inWords(rooms)} ${ended}.\n`;
  const later = waiting > 0 ? `${inWords(waiting)} ${waiting === 1 ? 'is' : 'are'} shown to staff before going.\n` : '';
  const found = left > 0 ? `Removed ${left} documents that were left of people who were erased.\n` : '';
  const counts = Object.entries(documents).map(([name, count]) => [name, String(count)]);
  const rows = counts.length === 0 ? '' : `\n${table([['collection', 'documents'], ...counts])}`;
  return `${first}${later}${found}${rows}`;
}

function inWords(rooms: number): string {
  return rooms === 1 ? '1 room' : `${rooms} rooms`;
}

export const program: Program = {
  commands: {
    form: '[--dry-run]',
    options: { 'dry-run': { type: 'boolean' } },
    does: `Removes the rooms that ended RETENTION_MONTHS ago, with all that is in them but the audit log, which is kept for another
${AUDIT_MONTHS} months.`,
    run,
  },
  about: `A room ends with its last week, or when a participant was there or wrote something last, whichever is later. The staff of a
room that is past its time see it for ${GRACE_DAYS} days first. What is left of people who were erased is removed too. To be run once a
day. With --dry-run it only counts.
`,
};
