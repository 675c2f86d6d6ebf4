import { readConfig } from '../config.ts';
import { WrongUse } from './failure.ts';
import { withPeople } from './openPeople.ts';
import { end, runCommand } from './runCommand.ts';
import { table } from './table.ts';

const usage = `Usage: npm run retention [-- --dry-run]

Removes the rooms that ended RETENTION_MONTHS ago, with all that is in them. A room without dates has ended when nobody
was there for that long. With --dry-run it only counts.
`;

const answer = async (words: readonly string[]): Promise<string> => {
  if (words.some((word) => word !== '--dry-run')) throw new WrongUse('It is written: npm run retention -- --dry-run');
  const isDryRun = words.length > 0;
  const config = readConfig();
  const { rooms, documents } = await withPeople(config, ({ privacy }) => privacy.retain(isDryRun));
  const what = rooms === 1 ? '1 room' : `${rooms} rooms`;
  const ended = `that ended ${config.retentionMonths} months ago or more`;
  const counts = Object.entries(documents).map(([name, count]) => [name, String(count)]);
  const first = isDryRun ? `Would remove ${what} ${ended}. Nothing was changed.\n` : `Removed ${what} ${ended}.\n`;
  return counts.length === 0 ? first : `${first}\n${table([['collection', 'documents'], ...counts])}`;
};

end(await runCommand(process.argv.slice(2), { usage, answer }));
