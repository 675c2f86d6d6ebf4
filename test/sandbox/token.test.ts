import { expect } from 'chai';
import { allScopes, scope } from '../../src/sandbox/vocabulary.ts';
import { accessToken, askToken, assertionOf, type SignOptions } from './support/tool.ts';
import { openTrial, type Trial } from './support/trial.ts';

describe('the sandbox: token endpoint', () => {
  let trial: Trial;
  let now = Date.now();
  before(async () => {
    trial = await openTrial({ clock: () => now });
  });
  after(() => trial.close());
  beforeEach(() => {
    now = Date.now();
  });

  const errorFor = async (options: SignOptions, changes: Record<string, string> = {}) => {
    const response = await askToken(trial.tool, await assertionOf(trial.tool, options), changes);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('gives an opaque bearer token for an hour', async () => {
    const { status, body } = await errorFor({});
    expect(status).to.equal(200);
    expect(body).to.include({ token_type: 'Bearer', expires_in: 3600, scope: allScopes.join(' ') });
    expect(String(body['access_token']).split('.')).to.have.length(1);
  });

  it('leaves out scopes it does not know, and refuses where none is left', async () => {
    const some = await errorFor({}, { scope: `${scope.score} https://example.org/scope` });
    expect(some.body['scope']).to.equal(scope.score);
    expect(await errorFor({}, { scope: 'https://example.org/scope' })).to.deep.equal({
      status: 400,
      body: { error: 'invalid_scope' },
    });
  });

  const seconds = () => Math.floor(Date.now() / 1000);
  const wrong: Record<string, SignOptions> = {
    'no iss': { claims: { iss: undefined } },
    'another iss': { claims: { iss: 'someone' } },
    'another aud': { claims: { aud: 'https://elsewhere.example/token' } },
    'no aud': { claims: { aud: undefined } },
    'no exp': { claims: { exp: undefined } },
    'a past exp': { claims: { exp: seconds() - 120 } },
    'no iat': { claims: { iat: undefined } },
    'a future iat': { claims: { iat: seconds() + 3600, exp: seconds() + 7200 } },
    'no jti': { claims: { jti: undefined } },
    'a key that is not the tool’s': { byStranger: true },
    'a kid that is not the tool’s': { header: { kid: 'another' } },
    'no kid': { header: { kid: undefined } },
    'an unknown client': { claims: { sub: 'someone', iss: 'someone' } },
  };
  for (const [name, options] of Object.entries(wrong)) {
    it(`refuses an assertion with ${name}`, async () => {
      expect(await errorFor(options)).to.deep.equal({ status: 400, body: { error: 'invalid_client' } });
    });
  }

  it('refuses an assertion without sub', async () => {
    expect((await errorFor({ claims: { sub: undefined } })).body).to.deep.equal({ error: 'invalid_request' });
  });

  it('takes a jti once, also of two at the same time', async () => {
    const assertion = await assertionOf(trial.tool);
    const answers = await Promise.all([askToken(trial.tool, assertion), askToken(trial.tool, assertion)]);
    expect(answers.map((answer) => answer.status).toSorted()).to.deep.equal([200, 400]);
    expect((await askToken(trial.tool, assertion)).status).to.equal(400);
  });

  const fields: Record<string, Record<string, string>> = {
    unsupported_grant_type: { grant_type: 'password' },
    invalid_request: { scope: '' },
  };
  for (const [error, changes] of Object.entries(fields)) {
    it(`answers ${error} to a wrong ${Object.keys(changes).join()}`, async () => {
      expect((await errorFor({}, changes)).body).to.deep.equal({ error });
    });
  }

  it('refuses another assertion type, and a body that is no form', async () => {
    expect((await errorFor({}, { client_assertion_type: 'jwt' })).body).to.deep.equal({
      error: 'unsupported_grant_type',
    });
    const response = await fetch(`${trial.platform.issuer}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).to.equal(400);
  });

  it('lets a token go after an hour', async () => {
    const token = await accessToken(trial.tool);
    const list = async () =>
      (
        await fetch(`${trial.platform.issuer}/services/2/lineitems`, {
          headers: {
            accept: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
            authorization: `Bearer ${token}`,
          },
        })
      ).status;
    expect(await list()).to.equal(200);
    now += 3_600_000;
    expect(await list()).to.equal(401);
  });
});
