import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import type { DatabasePlugin } from 'ltijs';
import { currentRequest } from '../../src/lti/current.ts';
import { framesOf } from '../../src/lti/platforms/frames.ts';
import { openPlatforms, type Platforms } from '../../src/lti/platforms/platforms.ts';
import type { PlatformFacts } from '../../src/lti/platforms/record.ts';
import { createPlugin, NotForLtijs } from '../../src/lti/plugin.ts';
import { createSecretBox } from '../../src/lti/secretBox.ts';
import type { Store } from '../../src/store/port.ts';
import { memoryStore } from './support/tool.ts';

const facts: PlatformFacts = {
  issuer: 'https://lms.example.dk',
  clientId: 'client-1',
  name: 'LMS',
  authEndpoint: 'https://lms.example.dk/auth',
  tokenEndpoint: 'https://lms.example.dk/token',
  tokenAudience: 'https://lms.example.dk',
  jwksUri: 'https://lms.example.dk/keys',
  scopes: [],
  deployments: [],
  deploymentRule: 'first',
  origins: ['https://lms.example.dk'],
};

describe('the storage plugin of ltijs', () => {
  const box = createSecretBox('x'.repeat(32));
  let store: Store;
  let platforms: Platforms;
  let plugin: DatabasePlugin;
  before(async () => {
    store = await memoryStore();
    platforms = await openPlatforms({ store, box, clock: () => 1000 });
    plugin = createPlugin({ platforms, box });
  });
  after(() => store.close());

  it('knows nothing of an unknown platform', async () => {
    expect(await plugin.Get(false, 'platform', { platformUrl: facts.issuer, clientId: 'client-1' })).to.equal(false);
    expect(await plugin.Get('secret', 'publickey')).to.equal(false);
  });

  it('gives a platform, its status and our keys as ltijs expects them', async () => {
    const { platform } = await platforms.add(facts, 'active');
    const [row] = (await plugin.Get(false, 'platform', { platformUrl: facts.issuer, clientId: 'client-1' })) as Record<
      string,
      unknown
    >[];
    const kid = platform.keys[0]!.kid;
    expect(row).to.include({ kid, accesstokenEndpoint: facts.tokenEndpoint, authorizationServer: facts.tokenAudience });
    expect(row!['authConfig']).to.deep.equal({ method: 'JWK_SET', key: facts.jwksUri });
    expect(await plugin.Get(false, 'platformStatus', { id: kid })).to.deep.equal([{ id: kid, active: true }]);
    const [secret] = (await plugin.Get('secret', 'privatekey', { kid })) as Record<string, string>[];
    expect(secret!['key']).to.include('BEGIN PRIVATE KEY');
    expect(await plugin.Get('secret', 'publickey')).to.have.length(1);
  });

  it('hands on the pinned key inside a request, and only there', async () => {
    const platform = (await platforms.find(facts.issuer, facts.clientId))!;
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const query = { platformUrl: facts.issuer, clientId: 'client-1' };
    const inside = await currentRequest.run({ platform, key }, () => plugin.Get(false, 'platform', query));
    expect((inside as Record<string, unknown>[])[0]!['authConfig']).to.deep.equal({ method: 'RSA_KEY', key });
    const outside = await plugin.Get(false, 'platform', query);
    expect((outside as Record<string, unknown>[])[0]!['authConfig']).to.include({ method: 'JWK_SET' });
  });

  it('drops what ltijs keeps for itself, and refuses what it must not write', async () => {
    for (const collection of ['idtoken', 'contexttoken', 'nonce', 'state', 'accesstoken']) {
      expect(await plugin.Replace(false, collection, {}, {})).to.equal(true);
      expect(await plugin.Get(false, collection, {})).to.equal(false);
    }
    const refused = await plugin.Modify(false, 'platform', {}, {}).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(NotForLtijs);
  });

  it('keeps private keys sealed: another secret opens none', async () => {
    const platform = (await platforms.find(facts.issuer, facts.clientId))!;
    const { privateSealed } = platform.keys[0]!;
    expect(privateSealed).not.to.include('PRIVATE');
    expect(() => createSecretBox('y'.repeat(32)).open(privateSealed)).to.throw();
  });

  it('lets one deployment in where none was named, and then no other', async () => {
    const platform = (await platforms.find(facts.issuer, facts.clientId))!;
    const admitted = await Promise.all(['d-1', 'd-2', 'd-3'].map((id) => platforms.admitDeployment(platform, id)));
    expect(admitted.filter(Boolean)).to.have.length(1);
    const now = (await platforms.get(platform.id))!;
    expect(now.deployments).to.have.length(1);
    expect(await platforms.admitDeployment(now, 'd-4')).to.equal(false);
  });

  it('takes in one platform once, however many try at once', async () => {
    const added = await Promise.all(
      Array.from({ length: 3 }, () => platforms.add({ ...facts, clientId: 'c-2' }, 'waiting')),
    );
    expect(added.filter(({ known }) => !known)).to.have.length(1);
    const active = (await platforms.list()).filter(({ status }) => status === 'active');
    expect([...new Set(active.flatMap(framesOf))]).to.deep.equal(['https://lms.example.dk']);
  });
});
