import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { run, startProduct, type Product } from './support/product.ts';

/** Starts with these settings and waits for the end that must come: exit code and what was said. */
async function endOf(settings: Record<string, string>) {
  const child = run(settings);
  const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(limit);
  return { code, said };
}

describe('starting', function () {
  this.timeout(30_000);
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'start-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is refused with a setting that is wrong, naming it, without a stack', async () => {
    const { code, said } = await endOf({ PORT: 'mange', DATA_DIR: dataDir });
    expect(code).to.equal(1);
    expect(said).to.include('PORT must be a number').and.not.to.include('    at ');
  });

  it('is refused when another program has the port, saying so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, said } = await endOf({ PORT: String(port), DATA_DIR: dataDir });
    other.close();
    expect(code).to.equal(1);
    expect(said).to.include(`Port ${port} is taken`).and.not.to.include('    at ');
  });

  it('is refused where it cannot listen at its HOST, or make its DATA_DIR, naming them', async () => {
    const host = await endOf({ PORT: '0', HOST: '192.0.2.1', DATA_DIR: dataDir, SANDBOX: 'off' });
    expect(host.code).to.equal(1);
    expect(host.said).to.include('HOST 192.0.2.1').and.not.to.include('    at ');
    writeFileSync(join(dataDir, 'file'), '');
    const data = await endOf({ PORT: '0', DATA_DIR: join(dataDir, 'file', 'data'), SANDBOX: 'off' });
    expect(data.code).to.equal(1);
    expect(data.said).to.include('DATA_DIR').and.not.to.include('    at ');
  });

  it('is refused with a store file that is no store', async () => {
    writeFileSync(join(dataDir, 'store.sqlite'), 'this is not a database, but it is long enough to look at'.repeat(50));
    const { code, said } = await endOf({ PORT: '0', DATA_DIR: dataDir, SANDBOX: 'off' });
    expect(code).to.equal(1);
    expect(said).to.include('store.sqlite').and.not.to.include('    at ');
  });

  it('is refused with a course that has faults, listing each with file and line', async () => {
    const course = join(dataDir, 'course');
    cpSync(join(import.meta.dirname, '..', 'content', 'taettere-paa-job'), course, { recursive: true });
    const file = join(course, 'da', 'modul-1', 'forberedelse.yaml');
    const broken = readFileSync(file, 'utf8')
      .replace('kind: scale', 'kind: skala')
      .replace('minutes: 2', 'minutes: to');
    writeFileSync(file, broken);
    const lineOf = (text: string) => broken.split('\n').findIndex((line) => line.includes(text)) + 1;
    const { code, said } = await endOf({ PORT: '0', DATA_DIR: dataDir, COURSE_DIR: course, SANDBOX: 'off' });
    expect(code).to.equal(1);
    expect(said)
      .to.include(`forberedelse.yaml:${lineOf('skala')}`)
      .and.to.include(`forberedelse.yaml:${lineOf('minutes: to')}`);
    expect(said).not.to.include('    at ');
  });

  it('says aloud what is open where it runs for trying out at a public address', async () => {
    const product = await startProduct({ NODE_ENV: 'development', TOOL_URL: 'https://lti.example.dk', SANDBOX: 'off' });
    await product.stop();
    expect(product.output()).to.match(
      /^Careful: .* public address: .*any course system may register\. NODE_ENV=production/m,
    );
    await product.remove();
  });

  it('names a setting that is probably misspelt, and starts', async () => {
    const product = await startProduct({ SANDBOX: 'off', SANBOX: 'on', LOGLEVEL: 'debug', HOSTNAME: 'server' });
    await product.stop();
    const said = product.output().split('\n');
    expect(said.filter((line) => line.includes('is not a setting'))).to.deep.equal([
      'SANBOX is not a setting of this program; SANDBOX is.',
      'LOGLEVEL is not a setting of this program; LOG_LEVEL is.',
    ]);
    await product.remove();
  });

  it('is refused at a public address where NODE_ENV was forgotten', async () => {
    const { code, said } = await endOf({
      NODE_ENV: '',
      PORT: '0',
      TOOL_URL: 'https://lti.example.dk',
      DATA_DIR: dataDir,
    });
    expect(code).to.equal(1);
    expect(said).to.include('TOOL_SECRET is missing').and.include('so this is production');
  });

  describe('in a life of its own', () => {
    const secret = 'b1f0c3c46c6ad4f2a5d1f7e8093b9d27e4c85a6120fd37be91c8a4f65d02e37b';
    const dataKey = (byte: number) => Buffer.alloc(32, byte).toString('base64');
    let product: Product;
    before(async () => {
      product = await startProduct({
        SANDBOX: 'off',
        REGISTRATION: 'approve',
        ALLOW_PRIVATE_PLATFORMS: 'off',
        PRIVATE_NETWORKS: '10.20.0.0/16, moodle.kommune.intern',
        TOOL_SECRET: secret,
        DATA_KEY: dataKey(1),
        METRICS_TOKEN: secret,
        SMTP_URL: `smtp://bruger:${secret}@127.0.0.1`,
        MAIL_FROM: 'besked@example.dk',
      });
    });
    after(() => product.remove());

    it('says in one line what it runs with, and nothing secret', () => {
      expect(product.output()).to.match(
        /^Runs in development: SQLite, registration approve, 0 of 0 platforms active, trial room off, /m,
      );
      expect(product.output()).to.include(
        'the internet and 10.20.0.0/16 and moodle.kommune.intern, reminders by e-mail,',
      );
      for (const one of [secret, dataKey(1)]) expect(product.output()).not.to.include(one);
      expect(product.output()).not.to.include('Careful');
    });

    it('ends cleanly when asked to, and finds everything again', async () => {
      expect(await product.stop()).to.equal(0);
      await product.restart();
      expect((await fetch(`${product.url}/health/ready`)).status).to.equal(200);
      expect(await product.stop()).to.equal(0);
    });

    it('is refused with a key that is not the one the answers were written with', async () => {
      const settings = { PORT: '0', DATA_DIR: product.dataDir, SANDBOX: 'off', DATA_KEY: dataKey(2) };
      const { code, said } = await endOf({ ...settings, TOOL_SECRET: secret });
      expect(code).to.equal(1);
      expect(said).to.include('DATA_KEY').and.not.to.include('    at ');
    });
  });
});
