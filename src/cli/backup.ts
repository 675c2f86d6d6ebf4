import { readConfig } from '../config.ts';
import { backUp } from '../store/backup/index.ts';
import { loadSecrets } from '../store/secrets.ts';
import { WrongUse } from './failure.ts';
import { end, runCommand } from './runCommand.ts';

const usage = `Usage: npm run backup -- <file>

Writes all of the store to one file, while the program runs. Texts in it are encrypted as in the store: keep
DATA_KEY and TOOL_SECRET apart from it, and keep them. Run it with the settings of the server.
`;

const answer = async ([path = '', ...rest]: readonly string[]): Promise<string> => {
  if (path === '' || path.startsWith('-') || rest.length > 0) throw new WrongUse('Name one file for the backup.');
  const config = readConfig();
  const { dataKeys } = loadSecrets(config);
  const { databaseUrl } = config;
  const { documents, collections, sha256 } = await backUp({ databaseUrl, dataKeys, path, now: Date.now() });
  return `Wrote ${documents} documents of ${collections} collections to ${path}.\nSHA-256 of what it holds: ${sha256}\n`;
};

end(await runCommand(process.argv.slice(2), { usage, answer }));
