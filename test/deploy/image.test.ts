import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { serverFlags } from '../../tools/programMade.mjs';
import { freePort } from '../support/ports.ts';
import { strongSecrets } from '../support/secrets.ts';
import { run } from '../support/product.ts';
import { until } from '../support/waiting.ts';
import { at, deployed, instructionsOf, root, treesOf } from './files.ts';

const dockerfile = instructionsOf(deployed('Dockerfile'));
const last = dockerfile.slice(dockerfile.findLastIndex(({ word }) => word === 'FROM'));
function valueOf(word: string) {
  return last.find((each) => each.word === word)?.rest ?? '';
}
/** What the last stage takes from here, or from a stage that has it from here. */
const copied = last
  .filter(({ word }) => word === 'COPY')
  .map(({ rest }) => rest.replace(/^--from=\S+ \/app\//, '').split(' ')[0]!);

describe('the image', function () {
  this.timeout(60_000);
  let ended = () => true;
  after(() => ended());

  it('runs the program itself, as nobody special, and looks after its health', () => {
    expect(valueOf('USER')).to.equal('1000:1000');
    expect(JSON.parse(valueOf('CMD'))).to.deep.equal(['node', ...serverFlags, 'build/main.js']);
    const [, unit] = /^ExecStart=(.+)$/m.exec(deployed('systemd/taettere-paa-job.service')) ?? [];
    expect(unit).to.equal(['/usr/bin/node', ...serverFlags, 'build/main.js'].join(' '));
    expect(valueOf('ENV')).to.include('NODE_ENV=production').and.to.include('DATA_DIR=/data');
    expect(valueOf('HEALTHCHECK')).to.include('["node", "deploy/healthcheck.mjs"]');
    const [, major] = /^node:(\d+)/.exec(/NODE=(\S+)/.exec(deployed('Dockerfile'))?.[1] ?? '') ?? [];
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
    expect(engines.node).to.equal(`>=${String(major)}`);
  });

  it('is sent every file that it is made of, and no other folder', () => {
    const let_ = deployed('Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const wanted = dockerfile
      .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    expect([...new Set(wanted)]).to.have.members(let_);
    for (const path of wanted) expect(existsSync(join(root, path)), path).to.equal(true);
  });

  it('needs no package that is for development only', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((f) =>
      f.endsWith('.ts'),
    );
    const needed = files.flatMap((file) =>
      [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/^import (?!type )[^;]*?from '([^.'][^']*)'/gm)].map(
        ([, name = '']) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '',
      ),
    );
    const missing = needed.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
    expect(missing).not.to.have.length(0);
    expect(missing.filter((name) => !(name in dependencies))).to.deep.equal([]);
  });

  it('starts in production from nothing but what it holds, writes nothing outside DATA_DIR, and answers its probes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'image-'));
    const port = String(await freePort());
    for (const path of copied) {
      if (path.startsWith('node_modules')) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      else cpSync(join(root, path), join(folder, path), { recursive: true });
    }
    const child = run(
      {
        NODE_ENV: 'production',
        PORT: port,
        HOST: '127.0.0.1',
        DATA_DIR: join(folder, 'data'),
        TOOL_URL: 'https://lti.example.dk',
        ...strongSecrets,
        DRAIN_SECONDS: '2',
        NODE_OPTIONS: `--permission --allow-fs-read=* --allow-fs-write=${join(folder, 'data', '*')}`,
      },
      { program: join(folder, 'build', 'main.js') },
    );
    ended = () => child.kill('SIGKILL');
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    await until('it is ready', () => {
      if (child.exitCode !== null) throw new Error(said);
      return said.includes('Ready: ');
    });
    const [deployment] = treesOf('kubernetes/deployment.yaml');
    const web = at(deployment, 'spec.template.spec.containers.0') as Record<string, { httpGet?: { path: string } }>;
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'])
      expect(await statusOf(web[probe]?.httpGet?.path ?? ''), probe).to.equal(200);
    expect(await statusOf(/health_uri (\S+)/.exec(deployed('compose/Caddyfile'))?.[1] ?? '')).to.equal(200);
    expect(await statusOf('/')).to.equal(200);

    child.kill('SIGTERM');
    await until('it says that it is about to stop', async () => (await statusOf('/health/ready')) === 503);
    expect(await statusOf('/'), 'and still serves').to.equal(200);
    expect((await once(child, 'exit')) as [number]).to.deep.equal([0, null]);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('the commands of deploy/', () => {
  it('are scripts that there are', () => {
    const files = [
      'compose/compose.yaml',
      'kubernetes/housekeeping.yaml',
      'systemd/taettere-paa-job.service',
      'systemd/taettere-paa-job-housekeeping@.service',
      'housekeeping.sh',
    ];
    for (const file of files) {
      const scripts = [
        ...deployed(file).matchAll(
          /(?:node (?:--\S+ )*(?=build)|sh,? (?=deploy))((?:build|deploy)\/[\w/]+\.(?:js|sh))/g,
        ),
      ].map(([, script = '']) => script);
      expect(scripts, file).not.to.have.length(0);
      for (const script of scripts) expect(existsSync(join(root, script)), `${file}: ${script}`).to.equal(true);
    }
  });
});
