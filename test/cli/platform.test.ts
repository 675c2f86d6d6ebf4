import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../src/config.ts';
import { commandHere, type Ended, platformCommand } from './command.ts';

const file = {
  name: 'Moodle lms.example.dk',
  issuer: 'https://lms.example.dk',
  client_id: 'client-1',
  authorization_endpoint: 'https://lms.example.dk/mod/lti/auth.php',
  token_endpoint: 'https://lms.example.dk/mod/lti/token.php',
  jwks_uri: 'https://lms.example.dk/mod/lti/certs.php',
  deployment_ids: ['1'],
};

describe('npm run platform', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'platform-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const settings = () => ({ DATA_DIR: folder, NODE_ENV: 'test', TOOL_URL: 'https://lti.example.dk' });
  const platform = (...words: string[]): Promise<Ended> => commandHere('platform', words, () => readConfig(settings()));
  const write = (change: object = {}): string => {
    const path = join(folder, 'platform.json');
    writeFileSync(path, JSON.stringify({ ...file, ...change }));
    return path;
  };
  const rows = async (): Promise<string[]> => (await platform('list')).out.trimEnd().split('\n').slice(1);
  const idOf = (row = ''): string => row.split(' ')[0] ?? '';

  it('adds, lists, shuts out, lets in, and removes', async () => {
    expect((await platform('list')).out).to.equal('There are no platforms yet.\n');
    const added = await platform('add', write());
    expect(added).to.deep.include({ code: 0, err: '' });
    expect(added.out).to.match(/^Added Moodle lms\.example\.dk as [\w-]{22}\. It is active\.\n$/);

    const [row] = await rows();
    const id = idOf(row);
    expect(row).to.match(
      /^[\w-]{22} {2}active {2}Moodle lms\.example\.dk {2}https:\/\/lms\.example\.dk {2}client-1 {3}1 .*none .*0 days$/,
    );

    expect((await platform('deactivate', id)).out).to.include('is off');
    expect((await rows())[0]).to.include('  off  ');
    expect((await platform('activate', id.slice(0, 6))).out).to.include('is active');
    expect((await rows())[0]).to.include('  active  ');

    const removed = await platform('remove', id);
    expect(removed.code).to.equal(0);
    expect(removed.out)
      .to.include('Removed Moodle lms.example.dk (client client-1)')
      .and.include('rooms and all answers are kept');
    expect(await rows()).to.deep.equal([]);
  });

  it('leaves a known platform alone, and says how to change it', async () => {
    await platform('add', write());
    const before = await rows();
    const again = await platform('add', write({ jwks_uri: 'https://other.example.dk/keys', name: 'Other' }));
    expect(again.code).to.equal(1);
    expect(again.err).to.include('registered already').and.include('remove it');
    expect(await rows()).to.deep.equal(before);
  });

  it('names each fault of a file, and adds nothing', async () => {
    const refused = await platform(
      'add',
      write({ issuer: undefined, client_id: '<client id>', deployment_ids: 'some' }),
    );
    expect(refused.code).to.equal(1);
    expect(refused.err).to.include('  - issuer is missing.').and.include('  - deployment_ids must be');
    expect((await platform('add', join(folder, 'nowhere.json'))).err).to.match(/nowhere\.json cannot be read\.\n$/);
    expect(await rows()).to.deep.equal([]);
  });

  it('lets one more deployment in', async () => {
    await platform('add', write());
    const id = idOf((await rows())[0]);
    expect((await platform('admit', id, '2')).out).to.include('may now launch from deployment 2');
    expect((await rows())[0]).to.include('  1, 2  ');
  });

  it('lets pages of a school’s own domain hold the rooms in a frame, and no longer', async () => {
    await platform('add', write());
    const id = idOf((await rows())[0]);
    expect((await platform('frame', id)).out).to.match(/^https:\/\/lms\.example\.dk +its own\n$/);
    expect((await platform('frame', id, 'https://canvas.skole.dk/courses')).out).to.include('within half a minute');
    expect((await platform('frame', id)).out).to.match(/^https:\/\/canvas\.skole\.dk +given$/m);
    const bad = await platform('frame', id, 'canvas.skole.dk');
    expect(bad).to.include({ code: 1, out: '' });
    expect(bad.err).to.include('is not an address');
    expect((await platform('unframe', id, 'https://lms.example.dk')).err).to.include('stays');
    expect((await platform('unframe', id, 'https://elsewhere.dk')).err).to.include('has no https://elsewhere.dk');
    expect((await platform('unframe', id, 'https://canvas.skole.dk')).out).to.include('no longer');
    expect((await platform('frame', id)).out).not.to.include('canvas');
  });

  it('makes new keys for one or all, with and without overlap', async () => {
    expect((await platform('rotate-keys')).out).to.include('no platforms');
    await platform('add', write());
    await platform('add', write({ client_id: 'client-2', name: 'Other' }));
    expect((await platform('rotate-keys')).out.match(/^New key for/gm)).to.have.length(2);
    const id = idOf((await rows())[0]);
    expect((await platform('rotate-keys', id)).out).to.include('7 days');
    expect((await platform('withdraw-keys', id)).out).to.include('withdrawn');
  });

  it('prints links that open once: for a course system, and for the operator', async () => {
    const [invited, page] = await Promise.all([platform('invite'), platform('page')]);
    expect(invited.out).to.match(/^https:\/\/lti\.example\.dk\/lti\/register\?invite=[\w-]{32}\n/);
    expect(page.out).to.match(/^https:\/\/lti\.example\.dk\/drift\/[\w-]{32}\n/);
  });

  it('is a process of its own, with exit codes', async () => {
    expect(await platformCommand(settings(), ['list'])).to.deep.equal({
      code: 0,
      out: 'There are no platforms yet.\n',
      err: '',
    });
    expect((await platformCommand(settings(), ['remove', 'nothing'])).code).to.equal(1);
    expect((await platformCommand(settings(), ['lst'])).code).to.equal(2);
  });

  it('keeps what it makes to the operator’s own account', async () => {
    await platform('list');
    expect(statSync(join(folder, 'store.sqlite')).mode & 0o077).to.equal(0);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o077).to.equal(0);
  });

  describe('says what is wrong', () => {
    const wrong: [string[], number, RegExp][] = [
      [[], 2, /^No command was given\.\n\nUsage: /],
      [['lst'], 2, /^There is no command "lst"\.\n\nUsage: /],
      [['toString'], 2, /^There is no command "toString"/],
      [['list', 'all'], 2, /^It is written: list\n/],
      [['add'], 2, /^It is written: add <file>\n/],
      [['activate', ''], 2, /^It is written: activate <id>\n/],
      [['admit', 'x'], 2, /^It is written: admit <id> <deployment>\n/],
      [['remove', 'nothing-like-it'], 1, /^There is no platform nothing-like-it\./],
      [['deactivate', 'a'], 1, /^There is no platform a\./],
      [['rotate-keys', 'nothing-like-it'], 1, /^There is no platform/],
    ];
    for (const [words, code, message] of wrong) {
      it(`for ${words.length === 0 ? 'nothing' : words.join(' ')}`, async () => {
        const ended = await platform(...words);
        expect(ended.code).to.equal(code);
        expect(ended.out).to.equal('');
        expect(ended.err).to.match(message);
      });
    }

    it('for settings that are not right, without a stack', async () => {
      const ended = await commandHere('platform', ['list'], () =>
        readConfig({ DATA_DIR: folder, NODE_ENV: 'production' }),
      );
      expect(ended.code).to.equal(1);
      expect(ended.err).to.include('TOOL_SECRET is missing').and.not.include('    at ');
    });

    it('but help is help, and names folders that are there', async () => {
      const ended = await platform('--help');
      expect(ended.code).to.equal(0);
      expect(ended.out).to.match(/^Usage: npm run platform/);
      const folders = [...ended.out.matchAll(/\S+\//g)].map(([named]) => named);
      expect(folders).to.include('lti-config/');
      expect(folders.filter((named) => !existsSync(join(import.meta.dirname, '..', '..', named)))).to.deep.equal([]);
    });
  });
});
