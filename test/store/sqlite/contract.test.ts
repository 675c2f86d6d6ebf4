import { join } from 'node:path';
import { openStore } from '../../../src/store/openStore.ts';
import { describeStore } from '../contract.ts';
import { describeEngine } from '../contract/engine.ts';
import { temporaryFolder } from '../support/folder.ts';
import { KEY_A } from '../support/keys.ts';

describe('embedded engine', () => {
  const folder = temporaryFolder();
  describeEngine('SQLite file', () => `sqlite:${join(folder(), 'store.sqlite')}`);
  describeStore('SQLite file', () =>
    openStore({ databaseUrl: `sqlite:${join(folder(), 'data', 'store.sqlite')}`, dataKeys: [KEY_A] }),
  );
  describeStore('SQLite in memory', () => openStore({ databaseUrl: 'sqlite::memory:', dataKeys: [KEY_A] }));
});
