import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { ERASURES, listPath, readList, withoutErased, type Whom } from '../privacy/index.ts';
import { restoreBackup } from '../store/backup/index.ts';
import { loadSecrets } from '../store/secrets.ts';
import { CommandFailed, WrongUse } from './failure.ts';
import { knownForms } from './openEverything.ts';
import { withPeople } from './openPeople.ts';
import { end, runCommand } from './runCommand.ts';

const usage = `Usage: npm run restore -- <file> [--replace] [--erased <list>]

Puts a backup into an empty store. Stop the server first. The file is read to its end and checked before anything is
written; DATA_KEY and TOOL_SECRET must be those of the backup.

  --replace         removes what is in a store that is not empty
  --erased <list>   a list of people erased since the backup: a copy of erasures.jsonl in DATA_DIR, or what
                    "npm run person -- erasures" printed. It may be given several times. The list in DATA_DIR
                    and the erasures in a store that is replaced count in any case.
`;

const understand = (words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        replace: { type: 'boolean', default: false },
        erased: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : '');
  }
};

const listOf = (path: string): [string, number][] => {
  try {
    return [...readList(path)];
  } catch {
    throw new CommandFailed(`${path} is not a list of erasures that can be read. Nothing was changed.`);
  }
};

const answer = async (words: readonly string[]): Promise<string> => {
  const { values, positionals } = understand(words);
  const [path = '', ...rest] = positionals;
  if (path === '' || rest.length > 0) throw new WrongUse('Name the file of one backup.');
  const config = readConfig();
  const own = listPath(config.dataDir);
  const told = new Map([...values.erased, ...(existsSync(own) ? [own] : [])].flatMap(listOf));
  const met: Whom[] = [];
  const restored = await restoreBackup({
    path,
    databaseUrl: config.databaseUrl,
    dataKeys: loadSecrets(config).dataKeys,
    replace: values.replace,
    keep: [ERASURES],
    erasures: ERASURES,
    forms: await knownForms(config),
    isWanted: (erased) => withoutErased(new Set([...told.keys(), ...erased]), (whom) => met.push(whom)),
  });
  await withPeople(config, async ({ privacy }) => {
    await privacy.noteErased(told);
    // Their own documents stayed out; what is left is where others have marked them.
    for (const whom of met) await privacy.erase(whom, { by: 'operator' });
  });
  const people = met.length === 1 ? '1 person who was' : `${met.length} people who were`;
  return (
    `Restored ${restored.documents} documents from the backup of ${restored.takenAt}.\n` +
    `Left out ${restored.leftOut} documents of ${people} erased since.\n` +
    'Rooms that were removed since are back: "npm run retention" removes them again.\n'
  );
};

end(await runCommand(process.argv.slice(2), { usage, answer }));
