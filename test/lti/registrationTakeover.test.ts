import { expect } from 'chai';
import type { LtiOptions } from '../../src/lti/index.ts';
import { enter } from './support/launching.ts';
import { startLms } from './support/lms.ts';
import {
  change,
  CONFIGURATION,
  meet,
  type Meeting,
  PLATFORM,
  register,
  storedPlatforms,
} from './support/registering.ts';
import { modelOf } from './support/tool.ts';

describe('a registration never takes over', () => {
  let at: Meeting;
  const start = async (overrides: Partial<LtiOptions> = {}): Promise<void> => {
    at = await meet(overrides);
  };
  afterEach(() => at.close());

  /** The whole record, keys and all: what an attack would have to change. */
  const stored = async () => (await storedPlatforms(at.tool)).list();
  const elsewhere = 'https://attacker.example';
  const attempts: [string, object, object][] = [
    ['another key set', { jwks_uri: `${elsewhere}/keys` }, {}],
    ['another place to sign in', { authorization_endpoint: `${elsewhere}/auth` }, {}],
    ['another place for tokens', { token_endpoint: `${elsewhere}/token` }, {}],
    ['another audience', { authorization_server: elsewhere }, {}],
    ['another deployment', {}, { [CONFIGURATION]: { deployment_id: 'theirs' } }],
    ['fewer scopes', {}, { scope: '' }],
    ['another name', { [PLATFORM]: { product_family_code: 'x' } }, {}],
  ];
  for (const [what, configuration, answer] of attempts) {
    it(`with the same client and ${what}`, async () => {
      await start();
      await register(at);
      const before = await stored();
      change(at.lms, '/configuration', configuration);
      change(at.lms, '/registration', answer);
      expect((await register(at)).status).to.equal(200);
      expect(await stored()).to.deep.equal(before);
      expect((await enter(at.lms, at.tool)).status).to.equal(303);
    });
  }

  it('from another host, in the name of the first', async () => {
    await start();
    await register(at);
    const before = await stored();
    const other = await startLms();
    const [reply] = other.replies.get('/configuration')!;
    other.replies.set('/configuration', [{ ...reply!, body: { ...(reply!.body as object), issuer: at.lms.url } }]);
    const response = await register(at, { address: `${other.url}/configuration` });
    expect(modelOf(await response.text())['code']).to.equal('registration-issuer');
    expect(await stored()).to.deep.equal(before);
    expect(other.countOf('/registration')).to.equal(0);
    await other.close();
  });

  it('as another client of the same issuer, which is another platform with keys of its own', async () => {
    await start();
    await register(at);
    const [first] = await stored();
    change(at.lms, '/registration', { client_id: 'client-2' });
    expect((await register(at)).status).to.equal(200);
    const all = await stored();
    expect(all).to.have.length(2);
    expect(all.find(({ id }) => id === first!.id)).to.deep.equal(first);
    expect(new Set(all.flatMap(({ keys }) => keys.map(({ kid }) => kid))).size).to.equal(2);
    expect((await enter(at.lms, at.tool)).status).to.equal(303);
  });

  it('in approve: what waits or is shut out stays so, however often it asks', async () => {
    await start({ registration: 'approve' });
    await register(at);
    await register(at);
    expect((await at.tool.lti.platforms.list()).map(({ status }) => status)).to.deep.equal(['waiting']);
  });
});
