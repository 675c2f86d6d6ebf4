import { expect } from 'chai';
import { load } from 'cheerio';
import { people } from '../../support/platform/startPlatform.ts';
import { beginLogin } from '../../support/platform/launch.ts';
import type { Visit } from '../../support/platform/webClient.ts';
import { expectRefused, world } from '../support/attempt.ts';

type Fields = Record<string, string>;
const activity = 'modul-1-forberedelse';

function lacking(...names: string[]) {
  return (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
function being(changes: Fields) {
  return (fields: Fields): Fields => ({ ...fields, ...changes });
}

describe('a login', () => {
  const current = world();
  const login = async (changeLogin: (fields: Fields) => Fields): Promise<Visit> => {
    const { platform } = current();
    return (await beginLogin({ ...platform }, { person: people.mette, activity, changeLogin })).login;
  };
  const right = async (): Promise<Fields> => {
    const { platform } = current();
    return (await beginLogin({ ...platform }, { person: people.mette, activity })).loginForm.fields;
  };
  const send = async (path: string, init: RequestInit = {}): Promise<Visit> => {
    const response = await fetch(`${current().app.url}${path}`, { redirect: 'manual', ...init });
    return { url: response.url, status: response.status, headers: response.headers, html: await response.text() };
  };
  const query = (fields: Fields): string => new URLSearchParams(fields).toString();

  const goesOn: [name: string, change: (fields: Fields) => Fields][] = [
    ['as it is', (fields) => fields],
    ['without client_id', lacking('client_id')],
    ['without a hint of the message', lacking('lti_message_hint')],
    ['without a deployment', lacking('lti_deployment_id')],
    ['with parameters we do not know', being({ canvas_region: 'eu', __proto__: 'x', constructor: 'x' })],
  ];
  for (const [name, change] of goesOn) {
    it(`goes to the platform ${name}`, async () => {
      const { issuer } = current().platform;
      const { status, headers } = await login(change);
      expect(status).to.equal(302);
      expect(headers.get('location')).to.match(new RegExp(`^${issuer}/auth\\?`));
    });
  }

  const wrong: [name: string, change: (fields: Fields) => Fields, code: string][] = [
    ['without iss', lacking('iss'), 'login-incomplete'],
    ['without login_hint', lacking('login_hint'), 'login-incomplete'],
    ['without target_link_uri', lacking('target_link_uri'), 'login-incomplete'],
    ['with nothing', () => ({}), 'login-incomplete'],
    ['with an empty iss', being({ iss: '' }), 'login-incomplete'],
    ['with an empty login_hint', being({ login_hint: '' }), 'login-incomplete'],
    ['with an empty target', being({ target_link_uri: '' }), 'login-incomplete'],
    ['with an iss of 600 characters', being({ iss: `https://${'x'.repeat(600)}` }), 'login-incomplete'],
    ['with a login_hint of 3 000 characters', being({ login_hint: 'x'.repeat(3000) }), 'login-incomplete'],
    ['with a client_id of 300 characters', being({ client_id: 'x'.repeat(300) }), 'login-incomplete'],
    ['with a deployment of 300 characters', being({ lti_deployment_id: 'x'.repeat(300) }), 'login-incomplete'],
    ['with a hint of 20 000 characters', being({ lti_message_hint: 'x'.repeat(20_000) }), 'login-incomplete'],
    ['with a storage frame of 300 characters', being({ lti_storage_target: 'x'.repeat(300) }), 'login-incomplete'],
    ['of an unknown issuer', being({ iss: 'https://other.example' }), 'platform-unknown'],
    ['of an unknown client', being({ client_id: 'someone-else' }), 'platform-unknown'],
    ['of an issuer that is a script', being({ iss: '<script>alert(1)</script>' }), 'platform-unknown'],
    ['of an issuer that is a query', being({ iss: '{"$ne":""}' }), 'platform-unknown'],
    ['to another site', being({ target_link_uri: 'https://evil.example/lti/launch' }), 'login-target'],
    ['to a script', being({ target_link_uri: 'javascript:alert(1)' }), 'login-target'],
    ['to data', being({ target_link_uri: 'data:text/html,x' }), 'login-target'],
    ['to no scheme', being({ target_link_uri: '//evil.example/' }), 'login-target'],
    ['to a path', being({ target_link_uri: '/lti/launch' }), 'login-target'],
    ['to a name that begins like ours', being({ target_link_uri: 'http://localhost.evil.example/' }), 'login-target'],
    ['to us as a user name elsewhere', being({ target_link_uri: 'http://localhost@evil.example/' }), 'login-target'],
    ['to another port of ours', being({ target_link_uri: 'http://localhost:1/lti/launch' }), 'login-target'],
  ];
  for (const [name, change, code] of wrong) {
    it(`is refused ${name}: ${code}`, async () => expectRefused(await login(change), code));
  }

  for (const name of ['iss', 'login_hint', 'target_link_uri', 'client_id', 'lti_message_hint']) {
    it(`is refused with ${name} given twice, in form or address: login-incomplete`, async () => {
      const fields = await right();
      const twice = new URLSearchParams(fields);
      twice.append(name, 'another');
      expectRefused(await send('/lti/login', { method: 'POST', body: twice }), 'login-incomplete');
      expectRefused(await send(`/lti/login?${twice.toString()}`), 'login-incomplete');
      const both = { method: 'POST', body: new URLSearchParams(fields) };
      expectRefused(await send(`/lti/login?${query({ [name]: 'another' })}`, both), 'login-incomplete');
    });
  }

  it('is refused with a parameter that is an object: login-incomplete', async () => {
    const fields = await right();
    const { iss, ...rest } = fields;
    expectRefused(await send(`/lti/login?${query({ ...rest, 'iss[$ne]': iss ?? '' })}`), 'login-incomplete');
  });

  for (const [type, body] of Object.entries({
    'application/json': '{"iss":"x"}',
    'text/plain': 'iss=x',
    'application/octet-stream': 'iss=x',
    'multipart/form-data; boundary=x': '--x--',
  })) {
    it(`is refused as ${type}: login-incomplete`, async () =>
      expectRefused(
        await send('/lti/login', { method: 'POST', body, headers: { 'content-type': type } }),
        'login-incomplete',
      ));
  }

  it('is refused with an unknown charset, and with a broken compression', async () => {
    const form = 'application/x-www-form-urlencoded';
    const charset = { 'content-type': `${form}; charset=x-unknown` };
    expectRefused(await send('/lti/login', { method: 'POST', body: 'a=b', headers: charset }), 'login-incomplete');
    const broken = { 'content-type': form, 'content-encoding': 'gzip' };
    expectRefused(await send('/lti/login', { method: 'POST', body: 'a=b', headers: broken }), 'login-incomplete');
  });

  it('is refused when it is too large, or has too many parameters: too-large', async () => {
    const huge = new URLSearchParams({ iss: 'x'.repeat(150_000) });
    expectRefused(await send('/lti/login', { method: 'POST', body: huge }), 'too-large');
    const many = Array.from({ length: 1001 }, (_none, index) => `p${index}=1`).join('&');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expectRefused(await send('/lti/login', { method: 'POST', body: many, headers }), 'too-large');
  });

  it('of a platform that is shut out is refused', async () => {
    const { deps } = current().app;
    const [platform] = await deps.lti.platforms.list();
    await deps.lti.platforms.deactivate(platform!.id);
    const answer = await login((fields) => fields);
    await deps.lti.platforms.activate(platform!.id);
    expectRefused(answer, 'platform-inactive');
  });

  it('puts nothing from outside into its page', async () => {
    const { html } = await login(being({ iss: '"><img src=x onerror=alert(1)>' }));
    expect(load(html)('img:not([src^="/assets/"]), [onerror], script:not([src])').length).to.equal(0);
  });
});
