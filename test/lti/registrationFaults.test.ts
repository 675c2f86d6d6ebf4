import { expect } from 'chai';
import type { LtiOptions } from '../../src/lti/index.ts';
import { change, expectRefused, meet, type Meeting, PLATFORM, register } from './support/registering.ts';
import { modelOf } from './support/tool.ts';

describe('a registration is refused', () => {
  let at: Meeting;
  const start = async (overrides: Partial<LtiOptions> = {}): Promise<void> => {
    at = await meet(overrides);
  };
  afterEach(() => at.close());

  describe('by name, when something is missing from the configuration or cannot be used', () => {
    const faults: [string, object, string][] = [
      ['no key set', { jwks_uri: undefined }, 'jwks_uri'],
      ['no place for tokens', { token_endpoint: undefined }, 'token_endpoint'],
      ['no place to sign in', { authorization_endpoint: '' }, 'authorization_endpoint'],
      ['no place to register', { registration_endpoint: undefined }, 'registration_endpoint'],
      ['no issuer', { issuer: undefined }, 'issuer'],
      ['an issuer with a query', { issuer: 'http://127.0.0.1/?x' }, 'issuer'],
      ['scopes that are no list', { scopes_supported: 'all' }, 'scopes_supported'],
      [
        'no RS256',
        { id_token_signing_alg_values_supported: ['ES256'] },
        'id_token_signing_alg_values_supported: RS256',
      ],
      [
        'no client assertions',
        { token_endpoint_auth_methods_supported: ['client_secret_post'] },
        'token_endpoint_auth_methods_supported: private_key_jwt',
      ],
      ['no launches', { [PLATFORM]: { messages_supported: ['Other'] } }, 'messages_supported: LtiResourceLinkRequest'],
    ];
    for (const [what, changes, name] of faults) {
      it(what, async () => {
        await start();
        change(at.lms, '/configuration', changes);
        const response = await register(at);
        const model = modelOf(await response.text());
        expect(model['code']).to.equal('registration-incomplete');
        expect(model['explanation'])
          .to.match(/cannot be used: /)
          .and.include(` ${name}.`);
        expect(at.lms.countOf('/registration')).to.equal(0);
        expect(await at.tool.lti.platforms.list()).to.deep.equal([]);
      });
    }
  });

  it('when the platform took another launch address than ours', async () => {
    await start();
    change(at.lms, '/registration', { redirect_uris: ['https://other.example/launch'] });
    await expectRefused(at.tool, await register(at), 'registration-incomplete');
  });

  for (const client_id of ['', 'a\nb', 'æ', 'x'.repeat(256), 7, null]) {
    it(`when the client is ${JSON.stringify(client_id).slice(0, 12)}`, async () => {
      await start();
      change(at.lms, '/registration', { client_id });
      await expectRefused(at.tool, await register(at), 'registration-platform');
    });
  }
});
