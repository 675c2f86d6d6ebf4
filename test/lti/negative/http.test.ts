import { expect } from 'chai';
import { people } from '../../support/platform/startPlatform.ts';
import type { Visit } from '../../support/platform/webClient.ts';
import { attempt, expectRefused, letsIn, world } from '../support/attempt.ts';

const form = 'application/x-www-form-urlencoded';

describe('over HTTP', () => {
  const current = world();
  const send = async (path: string, init: RequestInit = {}): Promise<Visit> => {
    const response = await fetch(`${current().app.url}${path}`, { redirect: 'manual', ...init });
    return { url: response.url, status: response.status, headers: response.headers, html: await response.text() };
  };
  const post = (body: string, type = form): Promise<Visit> =>
    send('/lti/launch', { method: 'POST', body, headers: { 'content-type': type } });

  const methods: [path: string, method: string, allowed: string][] = [
    ['/lti/launch', 'GET', 'POST'],
    ['/lti/launch', 'PUT', 'POST'],
    ['/lti/launch', 'DELETE', 'POST'],
    ['/lti/launch', 'OPTIONS', 'POST'],
    ['/lti/launch?id_token=a.b.c&state=x', 'GET', 'POST'],
    ['/lti/launch?ltik=a.b.c', 'GET', 'POST'],
    ['/lti/login', 'PUT', 'GET, POST'],
    ['/lti/login', 'DELETE', 'GET, POST'],
    ['/lti/login', 'OPTIONS', 'GET, POST'],
    ['/lti/keys', 'POST', 'GET, HEAD'],
    ['/lti/keys', 'DELETE', 'GET, HEAD'],
  ];
  for (const [path, method, allowed] of methods) {
    it(`${method} ${path} is refused, and says what is allowed`, async () => {
      const answer = await send(path, { method });
      expectRefused(answer, 'launch-direct');
      expect(answer.status).to.equal(405);
      expect(answer.headers.get('allow')).to.equal(allowed);
    });
  }

  it('HEAD of a launch has no body, and lets no one in', async () => {
    const answer = await send('/lti/launch', { method: 'HEAD' });
    expect(answer.status).to.equal(405);
    expect(answer.html).to.equal('');
    expect(letsIn(answer)).to.equal(false);
  });

  const bodies: [name: string, body: string, type: string, code: string][] = [
    ['an empty form', '', form, 'state-missing'],
    ['a form of other things', 'hello=world', form, 'state-missing'],
    ['a state alone', `state=${'a'.repeat(50)}`, form, 'state-used'],
    ['a state of 300 characters that we never gave', `state=${'a'.repeat(300)}`, form, 'state-used'],
    ['a state of 5 000 characters', `state=${'a'.repeat(5000)}`, form, 'state-missing'],
    ['a state that is __proto__', 'state=__proto__&id_token=a.b.c', form, 'state-used'],
    ['a state in brackets', 'state[$ne]=x&id_token=a.b.c', form, 'state-missing'],
    ['a state given twice', 'state=a&state=b&id_token=a.b.c', form, 'state-missing'],
    ['an error alone', 'error=access_denied', form, 'state-missing'],
    ['a ticket that is none', 'lti_ticket=abc', form, 'state-missing'],
    ['JSON', '{"id_token":"a.b.c","state":"x"}', 'application/json', 'token'],
    ['broken JSON', '{', 'application/json', 'token'],
    ['plain text', 'id_token=a.b.c&state=x', 'text/plain', 'token'],
    ['XML', '<a/>', 'text/xml', 'token'],
    ['a multipart form', '--x--', 'multipart/form-data; boundary=x', 'token'],
    ['a form in an unknown charset', 'state=x', `${form}; charset=x-unknown`, 'token'],
    ['broken percent signs', 'state=%E0%A4%A&id_token=%', form, 'state-used'],
    ['150 000 characters', `id_token=${'x'.repeat(150_000)}`, form, 'too-large'],
    ['1001 parameters', Array.from({ length: 1001 }, (_none, index) => `p${index}=1`).join('&'), form, 'too-large'],
  ];
  for (const [name, body, type, code] of bodies) {
    it(`${name} is refused: ${code}`, async () => expectRefused(await post(body, type), code));
  }

  it('a token given twice is refused: token', async () => {
    const { platform } = current();
    let state = '';
    const launch = await platform.launch({
      person: people.mette,
      activity: 'modul-1-forberedelse',
      changeLaunch: (fields) => {
        state = fields['state'] ?? '';
        return { ...fields, id_token: '' };
      },
    });
    expectRefused(launch.launched, 'token');
    expect(state).to.match(/^[\w-]{200,400}$/);
  });

  it('what the platform posts instead of a token is refused: platform-error', async () => {
    const post = ({ state = '' }: Record<string, string>): Record<string, string> => ({
      error: 'access_denied',
      state,
    });
    expectRefused(await attempt(current(), { post }), 'platform-error');
  });

  it('an error beside a right token is an error: platform-error', async () => {
    const post = (fields: Record<string, string>): Record<string, string> => ({ ...fields, error: 'login_required' });
    expectRefused(await attempt(current(), { post }), 'platform-error');
  });

  it('a launch is taken once: the same form again is refused', async () => {
    const { client, posted, launched } = await current().platform.launch({
      person: people.jens,
      activity: 'modul-1-forberedelse',
    });
    expect(letsIn(launched)).to.equal(true);
    expectRefused(await client.post(posted.action, posted.fields), 'state-used');
  });

  it('a launch from another browser is refused', async () => {
    const { platform } = current();
    const { client } = await platform.launch({ person: people.jens, activity: 'modul-1-forberedelse' });
    client.clearCookies();
    let held: Record<string, string> = {};
    await platform.launch({
      person: people.jens,
      activity: 'modul-1-forberedelse',
      changeLaunch: (fields) => {
        held = fields;
        return { state: 'another' };
      },
    });
    client.clearCookies();
    expectRefused(await client.post(`${current().app.url}/lti/launch`, held), 'state-missing');
  });

  it('no address under /lti answers a stranger with JSON or a fault', async () => {
    for (const path of [
      '/lti',
      '/lti/',
      '/lti/none',
      '/lti/launch/x',
      '/lti/%E0%A4%A',
      '/lti/register',
      '/lti/login/../x',
    ]) {
      for (const method of ['GET', 'POST']) {
        const { status, headers } = await send(path, { method });
        expect(status, `${method} ${path}`).to.be.within(400, 499);
        expect(headers.get('content-type'), `${method} ${path}`).to.match(/^text\/html/);
      }
    }
  });

  it('the key set is the only JSON, and holds no private part', async () => {
    const { html, headers } = await send('/lti/keys');
    expect(headers.get('content-type')).to.match(/^application\/json/);
    for (const key of (JSON.parse(html) as { keys: object[] }).keys) {
      expect(Object.keys(key)).to.have.members(['kty', 'n', 'e', 'kid', 'alg', 'use']);
    }
  });
});
