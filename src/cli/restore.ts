import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { ERASURES, listPath, readList, withoutErased, type Whom } from '../features/privacy/index.ts';
import { restoreBackup } from '../store/backup/index.ts';
import { loadSecrets } from '../store/secrets.ts';
import { CommandFailed } from './failure.ts';
import type { Command, Program } from './program.ts';
import { withPeople, withProduct } from './openProduct.ts';

const run: Command['run'] = async ({ config, values: [path = ''], options }) => {
  const own = listPath(config.dataDir);
  const told = new Map(
    [...((options['erased'] as string[] | undefined) ?? []), ...(existsSync(own) ? [own] : [])].flatMap(listOf),
  );
  const met: Whom[] = [];
  const restored = await restoreBackup({
    path,
    databaseUrl: config.databaseUrl,
    dataKeys: loadSecrets(config).dataKeys,
    replace: options['replace'] === true,
    keep: [ERASURES],
    erasures: ERASURES,
    forms: await knownForms(config),
    isWanted: (erased) => withoutErased(new Set([...told.keys(), ...erased]), (whom) => met.push(whom)),
  });
  await withPeople(config, async ({ privacy }) => {
    await privacy.noteErased(told);
    // The restore left out their own documents; this removes what other people's documents say about them.
    for (const whom of met) await privacy.erase(whom, { by: 'operator' });
  });
  const people = met.length === 1 ? '1 person who was' : `${met.length} people who were`;
  return (
    `Restored ${restored.documents} documents from the backup of ${restored.takenAt}.\n` +
    `Left out ${restored.leftOut} documents of ${people} erased since.\n` +
    'Rooms that were removed since are back: "npm run retention" removes them again.\n'
  );
};

/** The forms of documents that this program knows, by collection; read from an empty store. */
function knownForms(config: Config): Promise<Map<string, number>> {
  return withProduct({ ...config, databaseUrl: 'sqlite::memory:' }, ({ store }) =>
    Promise.resolve(new Map(store.opened().map(({ name, form }) => [name, form]))),
  );
}

function listOf(path: string): [string, number][] {
  try {
    return [...readList(path)];
  } catch {
    throw new CommandFailed(`${path} is not a list of erasures that can be read. Nothing was changed.`);
  }
}

export const program: Program = {
  commands: {
    form: '<file> [--replace] [--erased <list>]',
    options: { replace: { type: 'boolean' }, erased: { type: 'string', multiple: true } },
    does: `Puts a backup into an empty store. Stop the server first. The file is read to its end and checked before anything is
written; DATA_KEY and TOOL_SECRET must be those of the backup.`,
    run,
  },
  about: `
  --replace         removes what is in a store that is not empty
  --erased <list>   a list of people erased since the backup: a copy of erasures.jsonl in DATA_DIR, or what
                    "npm run person -- erasures" printed. It may be given several times. The list in DATA_DIR
                    and the erasures in a store that is replaced count in any case.
`,
};
