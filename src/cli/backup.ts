import { backUp } from '../store/backup/index.ts';
import { loadSecrets } from '../store/secrets.ts';
import type { Command, Program } from './program.ts';

const run: Command['run'] = async ({ config, values: [path = ''] }) => {
  const { dataKeys } = loadSecrets(config);
  const { databaseUrl } = config;
  const { documents, collections, sha256 } = await backUp({ databaseUrl, dataKeys, path, now: Date.now() });
  return `Wrote ${documents} documents of ${collections} collections to ${path}.\nSHA-256 of what it holds: ${sha256}\n`;
};

export const program: Program = {
  commands: { form: '<file>', does: 'Writes all of the store to one file, while the program runs.', run },
  about: `Texts in it are encrypted as in the store: keep DATA_KEY and TOOL_SECRET apart from it, and keep them. Run it with
the settings of the server.
`,
};
