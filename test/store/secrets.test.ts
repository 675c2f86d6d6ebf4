import { expect } from 'chai';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadSecretsFile, WrongDataKey } from '../../src/store/errors.ts';
import { fieldCipher } from '../../src/store/fieldCipher.ts';
import { openStore } from '../../src/store/openStore.ts';
import { loadSecrets } from '../../src/store/secrets.ts';
import { temporaryFolder } from './support/folder.ts';
import { KEY_A } from './support/keys.ts';
import { linesOf } from './support/children.ts';
import { rejection } from './support/rejection.ts';

describe('development secrets', () => {
  const folder = temporaryFolder();
  const dataDir = () => join(folder(), 'data');
  const file = () => join(dataDir(), 'secrets.json');
  const given = { toolSecret: 't'.repeat(32), dataKeys: [KEY_A] };

  it('are made once and the same ever after', () => {
    const made = loadSecrets({ dataDir: dataDir() });
    expect(made.toolSecret).to.have.length.of.at.least(32);
    expect(() => fieldCipher(made.dataKeys)).not.to.throw();
    expect(loadSecrets({ dataDir: dataDir() })).to.deep.equal(made);
    expect(loadSecrets({ dataDir: join(folder(), 'other') })).not.to.deep.equal(made);
  });

  it('are only for their own user to read, and leave nothing else in the folder', () => {
    loadSecrets({ dataDir: dataDir() });
    expect(statSync(dataDir()).mode & 0o777).to.equal(0o700);
    expect(statSync(file()).mode & 0o777).to.equal(0o600);
    expect(readdirSync(dataDir())).to.deep.equal(['secrets.json']);
    chmodSync(file(), 0o644);
    loadSecrets({ dataDir: dataDir() });
    expect(statSync(file()).mode & 0o777).to.equal(0o600);
  });

  it('that are given win, and touch no disk when all are', () => {
    expect(loadSecrets({ dataDir: dataDir(), ...given })).to.deep.equal(given);
    expect(existsSync(dataDir())).to.equal(false);
  });

  it('that are given are not kept; the missing one is', () => {
    const made = loadSecrets({ dataDir: dataDir(), toolSecret: given.toolSecret, dataKeys: undefined });
    expect(made.toolSecret).to.equal(given.toolSecret);
    expect(readFileSync(file(), 'utf8')).not.to.contain(given.toolSecret);
    expect(loadSecrets({ dataDir: dataDir() }).dataKeys).to.deep.equal(made.dataKeys);
  });

  const faults = {
    'cut off': '{"toolSecret": "abc',
    'without a data key': JSON.stringify({ toolSecret: given.toolSecret }),
    'with a short secret': JSON.stringify({ ...given, toolSecret: 'short' }),
    'with a malformed key': JSON.stringify({ ...given, dataKeys: ['abc'] }),
    'with something unknown': JSON.stringify({ ...given, other: 1 }),
  };
  for (const [name, content] of Object.entries(faults))
    it(`in a file ${name} are refused, and the file is kept`, () => {
      mkdirSync(dataDir());
      writeFileSync(file(), content);
      expect(() => loadSecrets({ dataDir: dataDir() }))
        .to.throw(BadSecretsFile, file())
        .and.satisfy(({ message }: Error) => !message.includes(given.toolSecret));
      expect(readFileSync(file(), 'utf8')).to.equal(content);
    });

  it('are the same for processes that start at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => linesOf('printSecrets.ts', [dataDir()])));
    expect(new Set(results.flat()).size).to.equal(1);
    expect(results.flat()).to.have.length(3);
  });

  it('that were lost do not open the store that they wrote', async () => {
    const databaseUrl = `sqlite:${join(dataDir(), 'store.sqlite')}`;
    const { dataKeys } = loadSecrets({ dataDir: dataDir() });
    await (await openStore({ databaseUrl, dataKeys })).close();
    const { dataKeys: others } = loadSecrets({ dataDir: join(folder(), 'other') });
    expect(await rejection(openStore({ databaseUrl, dataKeys: others }))).to.be.instanceOf(WrongDataKey);
  });
});
