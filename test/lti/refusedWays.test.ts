import { expect } from 'chai';
import { Browser, claims, enter, launch, login, type Payload } from './support/launching.ts';
import { type Lms, sign, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

function having(changes: Payload) {
  return (payload: Payload): Payload => ({ ...payload, ...changes });
}

describe('a launch is refused for how it comes', () => {
  let lms: Lms;
  let tool: Tool;
  before(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
  });
  after(() => Promise.all([lms.close(), tool.close()]));

  const expectRefused = async (response: Response, code: string): Promise<void> => {
    const html = await response.text();
    expect(modelOf(html)['code']).to.equal(code);
    expect(response.status).to.be.within(400, 499);
    expect(response.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(tool.launches).to.have.length(0);
  };

  it('opened directly', async () => expectRefused(await fetch(`${tool.url}/lti/launch`), 'launch-direct'));

  it('with a session token of ltijs’s own kind', async () => {
    const response = await fetch(`${tool.url}/lti/launch?ltik=a.b.c`, { headers: { authorization: 'Bearer a.b.c' } });
    await expectRefused(response, 'launch-direct');
  });

  it('and leads back to the platform where that is known, and to no address that a stranger gives', async () => {
    const asked = await login(new Browser(), { lms, tool });
    const refused = await launch({ browser: new Browser(), lms, tool, asked });
    const { ways } = modelOf(await refused.text()) as { ways?: { href: string; leaves: boolean }[] };
    expect(ways?.map(({ href, leaves }) => [href, leaves])).to.deep.equal([[`${lms.facts.issuer}/`, true]]);
    const begin = async (iss: string) => {
      const query = new URLSearchParams({
        iss,
        login_hint: '1',
        target_link_uri: `${tool.url}/lti/launch`,
        client_id: 'x',
      });
      return modelOf(await (await fetch(`${tool.url}/lti/login?${query.toString()}`)).text());
    };
    expect(await begin(lms.facts.issuer))
      .to.include({ code: 'platform-unknown' })
      .and.to.have.property('ways');
    const stranger = await begin('https://ondt.example');
    expect(stranger).to.include({ code: 'platform-unknown' }).and.not.to.have.property('ways');
  });

  it('in another browser than the one that logged in', async () => {
    const asked = await login(new Browser(), { lms, tool });
    await expectRefused(await launch({ browser: new Browser(), lms, tool, asked }), 'state-missing');
  });

  it('with the cookie of another login in the same browser', async () => {
    const browser = new Browser();
    const [one, other] = [await login(browser, { lms, tool }), await login(browser, { lms, tool })];
    const [name] = [...browser.cookies].find(([key]) => key.endsWith(one.state.slice(0, 16)))!;
    const [, value] = [...browser.cookies].find(([key]) => key.endsWith(other.state.slice(0, 16)))!;
    browser.cookies.set(name, value);
    await expectRefused(await launch({ browser, lms, tool, asked: one }), 'state-missing');
  });

  it('with the token of another login in the same browser', async () => {
    const browser = new Browser();
    const [one, other] = [await login(browser, { lms, tool }), await login(browser, { lms, tool })];
    await expectRefused(await launch({ browser, lms, tool, asked: { ...one, nonce: other.nonce } }), 'nonce');
  });

  it('eleven minutes after the login', async () => {
    const browser = new Browser();
    const asked = await login(browser, { lms, tool });
    tool.clock.now += 11 * 60_000;
    const response = await launch({ browser, lms, tool, asked });
    tool.clock.now = Date.now();
    await expectRefused(response, 'state-used');
  });

  it('when its platform was shut out after the login', async () => {
    const browser = new Browser();
    const asked = await login(browser, { lms, tool });
    const [platform] = await tool.lti.platforms.list();
    await tool.lti.platforms.deactivate(platform!.id);
    const response = await launch({ browser, lms, tool, asked });
    await tool.lti.platforms.activate(platform!.id);
    await expectRefused(response, 'platform-inactive');
  });

  it('in the language of the course, or of the browser where the course gives none', async () => {
    const wrong = having({ sub: '', [claims.presentation]: { locale: 'en_us' } });
    const english = modelOf(await (await enter(lms, tool, { payload: wrong })).text());
    expect(english).to.include({ language: 'en', title: 'We do not know who you are' });
    const danish = modelOf(await (await fetch(`${tool.url}/lti/launch`)).text());
    expect(danish['language']).to.equal('da');
    const asked = await fetch(`${tool.url}/lti/launch`, { headers: { 'accept-language': 'en-GB,en;q=0.9,da;q=0.5' } });
    expect(modelOf(await asked.text())['language']).to.equal('en');
  });

  it('when too large, or when its body cannot be read', async () => {
    const body = new URLSearchParams({ id_token: 'x'.repeat(150_000), state: 's' });
    await expectRefused(await fetch(`${tool.url}/lti/launch`, { method: 'POST', body }), 'too-large');
    const headers = { 'content-type': 'application/json' };
    const broken = await fetch(`${tool.url}/lti/launch`, { method: 'POST', body: '{', headers });
    await expectRefused(broken, 'token');
  });

  describe('again', () => {
    it('after it has been used, and leaves the first as it was', async () => {
      const browser = new Browser();
      const asked = await login(browser, { lms, tool });
      const kept = new Map(browser.cookies);
      expect((await launch({ browser, lms, tool, asked })).status).to.equal(303);
      kept.forEach((value, name) => browser.cookies.set(name, value));
      const again = await launch({ browser, lms, tool, asked });
      expect(modelOf(await again.text())['code']).to.equal('state-used');
      expect(tool.launches.splice(0)).to.have.length(1);
    });

    it('but not where the first was refused: that let no one in, and stored nothing', async () => {
      const browser = new Browser();
      const asked = await login(browser, { lms, tool });
      const wrong = await launch({ browser, lms, tool, asked }, { payload: having({ nonce: 'other' }) });
      await expectRefused(wrong, 'nonce');
      expect((await launch({ browser, lms, tool, asked })).status).to.equal(303);
      expect(tool.launches.splice(0)).to.have.length(1);
    });

    it('when eight are posted at once, all but one', async () => {
      const browser = new Browser();
      const asked = await login(browser, { lms, tool });
      browser.keepsCookies = false;
      const statuses = (await Promise.all(Array.from({ length: 8 }, () => launch({ browser, lms, tool, asked })))).map(
        ({ status }) => status,
      );
      expect(statuses.filter((status) => status === 303)).to.have.length(1);
      expect(statuses.filter((status) => status === 400)).to.have.length(7);
      expect(tool.launches.splice(0)).to.have.length(1);
    });
  });

  it('never by the process: the tool still stands', async () => {
    const token = await sign({ iss: lms.url }, lms.key);
    for (const body of [{ id_token: token }, { id_token: token, state: '__proto__' }, { ltik: token }]) {
      const response = await fetch(`${tool.url}/lti/launch`, { method: 'POST', body: new URLSearchParams(body) });
      expect(response.status).to.be.within(400, 499);
    }
    expect((await enter(lms, tool)).status).to.equal(303);
    tool.launches.splice(0);
  });
});
