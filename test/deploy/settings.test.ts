import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig, settingNames } from '../../src/config.ts';
import { strongSecrets } from '../support/secrets.ts';
import { at, deployed, root, treeOf, treesOf, variablesOf, type Tree } from './files.ts';

const production = readConfig({
  NODE_ENV: 'production',
  TOOL_URL: 'https://lti.example.dk',
  ...strongSecrets,
});
/** Seconds that a stop takes at most: the drain, and the requests in hand. */
const STOP = production.drainSeconds + 10;
const manifests = readdirSync(join(root, 'deploy', 'kubernetes')).filter((name) => name !== 'kustomization.yaml');
const everything = manifests.flatMap((name) => treesOf(`kubernetes/${name}`));
function ofKind(kind: string): Tree[] {
  return everything.filter((one) => at(one, 'kind') === kind);
}
function podsOf(one: Tree) {
  return (at(one, 'spec.jobTemplate.spec.template') ?? at(one, 'spec.template')) as Tree | undefined;
}
const pods = everything.flatMap((one) => podsOf(one) ?? []);

describe('compose', () => {
  const services = at(treeOf('compose/compose.yaml'), 'services') as Record<string, Tree>;
  const apps = Object.entries(services).filter(([name]) => name.startsWith('app-'));

  it('runs three processes that may nothing but serve', () => {
    expect(apps).to.have.length(3);
    for (const [name, app] of [...apps, ['housekeeping', services['housekeeping']!] as const]) {
      expect(app, name).to.deep.include({ read_only: true, user: '1000:1000', cap_drop: ['ALL'] });
      expect(app['security_opt'], name).to.deep.equal(['no-new-privileges:true']);
      expect(app['ports'], name).to.equal(undefined);
      expect(Number.parseInt(at(app, 'stop_grace_period') as string)).to.be.greaterThan(STOP);
    }
  });

  it('lets the proxy know them all, and see sooner than they stop that they will', () => {
    const caddyfile = deployed('compose/Caddyfile');
    const upstreams = /reverse_proxy (.*) \{/.exec(caddyfile)?.[1]?.split(' ');
    expect(upstreams).to.deep.equal(apps.map(([name]) => `${name}:3000`));
    const interval = Number(/health_interval (\d+)s/.exec(caddyfile)?.[1]);
    expect(2 * interval).to.be.lessThan(production.drainSeconds);
  });

  it('opens no port of the database', () => {
    const open = Object.entries(services).filter(([, service]) => service['ports'] !== undefined);
    expect(open.map(([name]) => name)).to.deep.equal(['proxy']);
  });

  it('has no password until make-secrets.sh makes one, and starts with what that makes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    cpSync(join(root, 'deploy', 'compose', 'make-secrets.sh'), join(folder, 'make-secrets.sh'));
    const make = () => spawnSync('sh', [join(folder, 'make-secrets.sh'), 'lti.example.dk']);
    expect(make().status).to.equal(0);
    const read = (name: string) => variablesOf(readFileSync(join(folder, 'env', name), 'utf8'));
    const [app, mongo] = [read('app.env'), read('mongo.env')];
    expect(readConfig({ NODE_ENV: 'production', ...app })).to.include({ toolUrl: 'https://lti.example.dk' });
    expect(app['DATABASE_URL']).to.include(`:${mongo['MONGO_APP_PASSWORD'] ?? '-'}@`);
    expect(app['DATABASE_URL']).to.include(`/${mongo['MONGO_DATABASE'] ?? '-'}?`);
    for (const name of ['MONGO_ADMIN_PASSWORD', 'MONGO_APP_PASSWORD', 'MONGO_DATABASE'])
      expect(deployed('compose/mongo-init.js'), name).to.include(name);
    expect(make().status, 'secrets that are in use are not made anew').to.equal(1);
    rmSync(folder, { recursive: true });
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).to.include('deploy/compose/env/');
  });
});

describe('Kubernetes', () => {
  it('is told of everything that there is', () => {
    const named = at(treeOf('kubernetes/kustomization.yaml'), 'resources') as string[];
    expect([...named, 'secret.example.yaml']).to.have.members(manifests);
  });

  it('runs every pod as the restricted policy of its namespace wants it', () => {
    expect(pods).to.have.length(4);
    for (const pod of pods) {
      expect(at(pod, 'spec.securityContext')).to.deep.include({ runAsNonRoot: true, runAsUser: 1000 });
      expect(at(pod, 'spec.securityContext.seccompProfile.type')).to.equal('RuntimeDefault');
      expect(at(pod, 'spec.automountServiceAccountToken')).to.equal(false);
      expect(at(pod, 'spec.containers.0.securityContext')).to.deep.equal({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(at(pod, 'spec.containers.0.envFrom.0.secretRef.name')).to.equal(at(ofKind('Secret')[0], 'metadata.name'));
    }
  });

  it('gives only settings that there are, and no secret by default', () => {
    const given = at(ofKind('Secret')[0], 'stringData') as Record<string, string>;
    expect(settingNames).to.include.members(Object.keys(given));
    expect(new Set(Object.values(given))).to.deep.equal(new Set(['']));
    expect(() => readConfig({ NODE_ENV: 'production', ...given })).to.throw(/DATA_KEY is missing/);
  });

  it('finds its pods, keeps two of them, and lets each end in peace', () => {
    const [deployment] = ofKind('Deployment');
    const labels = at(deployment, 'spec.template.metadata.labels');
    expect(at(deployment, 'spec.selector.matchLabels')).to.deep.equal(labels);
    expect(at(ofKind('Service')[0], 'spec.selector')).to.deep.equal(labels);
    const [budget] = ofKind('PodDisruptionBudget');
    expect(at(budget, 'spec.selector.matchLabels')).to.deep.equal(labels);
    expect(Number(at(budget, 'spec.minAvailable'))).to.be.lessThan(Number(at(deployment, 'spec.replicas')));
    expect(Number(at(deployment, 'spec.template.spec.terminationGracePeriodSeconds'))).to.be.greaterThan(STOP);
    expect(at(deployment, 'spec.strategy.rollingUpdate')).to.deep.equal({ maxSurge: 1, maxUnavailable: 0 });
  });
});

describe('systemd', () => {
  const units = readdirSync(join(root, 'deploy', 'systemd'));
  const services = units.filter((name) => name.endsWith('.service')).map((name) => deployed(`systemd/${name}`));
  const timers = units.filter((name) => name.endsWith('.timer'));

  it('has every setting in one file that the service, its timers and the commands share', () => {
    expect(services).to.have.length(2);
    for (const unit of services) {
      const own = [...unit.matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name = '']) => name);
      expect(own.filter((name) => settingNames.includes(name))).to.deep.equal([]);
      expect(unit).to.include('EnvironmentFile=/etc/taettere-paa-job/env');
    }
    const given = variablesOf(deployed('systemd/env.example'));
    expect(settingNames).to.include.members(Object.keys(given));
    expect(() => readConfig(given)).to.throw(/DATA_KEY is missing/);
    const filled = readConfig({ ...given, TOOL_URL: 'https://lti.example.dk', ...strongSecrets });
    expect(filled).to.include({ production: true, dataDir: '/var/lib/taettere-paa-job', host: '127.0.0.1' });
  });

  it('waits for the end of a stop, as nobody special', () => {
    const unit = deployed('systemd/taettere-paa-job.service');
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).to.be.greaterThan(STOP);
    for (const each of services)
      expect(each).to.include('ProtectSystem=strict').and.to.include('User=taettere-paa-job');
  });

  it('has a timer for each task of housekeeping', () => {
    const [, tasks = ''] = /^ {2}(.*) \| always\)/m.exec(deployed('housekeeping.sh')) ?? [];
    const started = timers.map((name) => /^Unit=.*@(\w+)\.service$/m.exec(deployed(`systemd/${name}`))?.[1]);
    expect(tasks.split(' | ')).to.have.members(started).and.to.have.length(3);
    expect(
      treesOf('kubernetes/housekeeping.yaml').flatMap((one) => at(podsOf(one), 'spec.containers.0.command.2') ?? []),
    ).to.have.members(started);
  });
});
