import type { Config } from '../config.ts';
import { buildDeps } from '../deps.ts';
import type { OpenedCollection } from '../store/port.ts';

/** Opens every collection that the server opens, so that none can be forgotten; nothing is listened to, sent or delivered. */
export const withEverything = async <Result>(
  config: Config,
  work: (collections: OpenedCollection[]) => Promise<Result>,
): Promise<Result> => {
  const deps = await buildDeps({ ...config, sandbox: false, coursePreview: false, logLevel: 'silent' });
  try {
    return await work(deps.store.opened());
  } finally {
    await deps.close();
  }
};

/** The forms of documents that this program knows, by collection; learnt from an empty store. */
export const knownForms = (config: Config): Promise<Map<string, number>> =>
  withEverything({ ...config, databaseUrl: 'sqlite::memory:' }, (collections) =>
    Promise.resolve(new Map(collections.map(({ name, form }) => [name, form]))),
  );
