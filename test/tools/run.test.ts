import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { strongSecrets } from '../support/secrets.ts';
import { freePort } from '../support/ports.ts';
import { until } from '../support/waiting.ts';
import { copyOfProgram } from './copy.ts';

type Copy = ReturnType<typeof copyOfProgram>;

describe('npm start and npm run, where the program is installed', function () {
  this.timeout(60_000);
  let data: string;
  const copies: Copy[] = [];
  const copyWith = (packages: 'all' | 'run' | 'none'): Copy => {
    const copy = copyOfProgram({ packages });
    copies.push(copy);
    return copy;
  };
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'data-'));
    chmodSync(data, 0o777);
  });
  afterEach(() => {
    for (const { folder } of copies.splice(0)) rmSync(folder, { recursive: true, force: true });
    rmSync(data, { recursive: true, force: true });
  });

  const production = () => ({
    NODE_ENV: 'production',
    TOOL_URL: 'https://lti.example.dk',
    HOST: '127.0.0.1',
    DATA_DIR: data,
    DRAIN_SECONDS: '0',
    ...strongSecrets,
  });
  const write = (path: string, settings: Record<string, string>): string => {
    writeFileSync(
      path,
      Object.entries(settings)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    return path;
  };

  for (const packages of ['all', 'run'] as const) {
    it(`starts in production with ${packages} packages and no registry, as someone who may not write there`, async () => {
      const copy = copyWith(packages);
      const child = copy.begin('start', { ...production(), PORT: String(await freePort()) });
      let said = '';
      child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await until('it is ready or has ended', () => said.includes('Ready: ') || child.exitCode !== null);
      child.kill('SIGTERM');
      expect(said).to.include('Ready: https://lti.example.dk');
      expect(copy.npmWas()).to.equal('');
    });
  }

  it('installs packages for developing too, whatever NODE_ENV says, where the styles are still to be made', async () => {
    const copy = copyWith('run');
    rmSync(join(copy.folder, 'public', 'build'), { recursive: true });
    chmodSync(copy.folder, 0o777);
    expect((await copy.command(production(), 'start')).code).to.equal(1);
    expect(copy.npmWas()).to.match(/^ci --include=dev /);
  });

  it('says in plain words what is to be done, where it would install and may not', async () => {
    const copy = copyWith('none');
    chmodSync(copy.folder, 0o555);
    const { code, said } = await copy.command(production(), 'start');
    // Root may write everywhere, so this is seen as someone else, or with a folder that is shut.
    expect(code).to.equal(1);
    expect(said).to.include('npm ci --include=dev').and.not.to.include('    at ');
    expect(copy.npmWas()).to.equal('');
  });

  it('runs a command on what was installed by hand, without a thought of the registry', async () => {
    const copy = copyWith('run');
    const { code, said } = await copy.command(production(), 'platform', 'list');
    expect(said).to.equal('There are no platforms yet.\n');
    expect({ code, npm: copy.npmWas() }).to.deep.equal({ code: 0, npm: '' });
  });

  it('never changes packages that a server may be running on', async () => {
    const copy = copyWith('run');
    const lock = join(copy.folder, 'package-lock.json');
    const newer = readFileSync(lock, 'utf8').replace(/("node_modules\/zod": \{\s*"version": ")[^"]+/, '$199.0.0');
    writeFileSync(lock, newer);
    chmodSync(copy.folder, 0o777);
    const { code, said } = await copy.command(production(), 'platform', 'list');
    expect(code).to.equal(1);
    expect(said).to.include('not those of this version').and.to.include('Nothing was changed');
    expect(copy.npmWas()).to.equal('');
  });

  it('reads the settings of the server from the file that is named, from .env, and first of all from the environment', async () => {
    const copy = copyWith('all');
    const named = write(join(data, 'env'), { ...production(), TOOL_URL: 'https://named.example.dk' });
    write(join(copy.folder, '.env'), { ...production(), TOOL_URL: 'https://folder.example.dk' });
    const invite = async (env: Record<string, string>) => (await copy.command(env, 'platform', 'invite')).said;
    expect(await invite({})).to.match(/^https:\/\/folder\.example\.dk\/lti\/register/);
    expect(await invite({ SETTINGS_FILE: named })).to.match(/^https:\/\/named\.example\.dk\//);
    expect(await invite({ SETTINGS_FILE: named, TOOL_URL: 'https://own.example.dk' })).to.match(/^https:\/\/own\./);
  });

  it('stops where the file of settings is not there, naming it', async () => {
    const copy = copyWith('all');
    const { code, said } = await copy.command({ SETTINGS_FILE: join(data, 'nowhere') }, 'platform', 'list');
    expect(code).to.equal(1);
    expect(said).to.include(join(data, 'nowhere')).and.not.to.include('    at ');
  });
});
