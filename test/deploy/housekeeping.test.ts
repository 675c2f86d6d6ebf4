import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { strongSecrets } from '../support/secrets.ts';
import { until } from '../support/waiting.ts';
import { root } from './files.ts';
import { outside } from '../support/outside.ts';

describe('housekeeping, by whatever timer', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'housekeeping-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const env = () => ({
    ...outside,
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
    NODE_ENV: 'production',
    TOOL_URL: 'https://lti.example.dk',
    DATA_DIR: join(folder, 'data'),
    BACKUP_DIR: folder,
    HOUSEKEEPING_SECONDS: '1',
    ...strongSecrets,
  });
  const run = (...words: string[]) =>
    spawnSync('sh', ['deploy/housekeeping.sh', ...words], { cwd: root, env: env(), encoding: 'utf8' });
  const aged = (name: string, days: number): void => {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), new Date(), new Date(Date.now() - days * 86_400_000));
  };
  const backups = () => readdirSync(folder).filter((name) => name.endsWith('.backup'));

  it('makes a backup, and lets those go that are older than 30 days', () => {
    aged('store-2026-01-01.backup', 32);
    aged('store-2026-02-01.backup', 29);
    aged('other.backup', 99);
    const { status, stderr } = run('backup');
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect(backups()).to.have.length(3).and.to.include.members(['store-2026-02-01.backup', 'other.backup']);
  });

  it('lists erasures and ends rooms, and fails where the program does', () => {
    expect(run('erasures').status).to.equal(0);
    expect(readFileSync(join(folder, 'erasures.jsonl'), 'utf8')).to.equal('');
    expect(run('retention').stdout).to.match(/^Removed 0 rooms/);
    writeFileSync(join(folder, 'data', 'store.sqlite'), 'broken'.repeat(1000));
    aged('store-2026-01-01.backup', 32);
    expect(run('backup').status).to.equal(1);
    expect(backups(), 'no old one goes where no new one came').to.deep.equal(['store-2026-01-01.backup']);
    expect(run('everything').status).to.equal(2);
  });

  it('does all of it by itself where there is no timer, goes on after a failure, and ends when asked to', async () => {
    const child = spawn('sh', ['deploy/housekeeping.sh', 'always'], {
      cwd: root,
      env: { ...env(), NODE_OPTIONS: '--no-warnings' },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until('the list of erasures is written', () => readdirSync(folder).includes('erasures.jsonl'));
    if (new Date().getUTCHours() >= 2) await until('the night’s work is done', () => said.includes('Removed 0 rooms'));
    child.kill('SIGTERM');
    await until('it has ended', () => child.exitCode !== null || child.signalCode !== null);
    expect(child.exitCode).to.equal(0);
  });
});
