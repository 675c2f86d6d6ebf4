import { expect } from 'chai';
import { Browser, enter, launch, login, loginFields } from './support/launching.ts';
import { type Lms, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

const framed = { 'sec-fetch-dest': 'iframe' };
const oldSafari = {
  'user-agent': 'Mozilla/5.0 (iPad; CPU OS 15_0 like Mac OS X) AppleWebKit/605.1.15 Version/15.0 Safari/604.1',
};

describe('a login', () => {
  let lms: Lms;
  let tool: Tool;
  before(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
  });
  after(() => Promise.all([lms.close(), tool.close()]));

  const post = (change: Record<string, string>, headers = {}): Promise<Response> =>
    new Browser().post(`${tool.url}/lti/login`, { ...loginFields(lms, tool), ...change }, headers);
  const codeOf = async (response: Response): Promise<unknown> => {
    expect(response.status).to.be.within(400, 499);
    expect(response.headers.get('location')).to.equal(null);
    return modelOf(await response.text())['code'];
  };

  it('goes straight to the platform, with all that OpenID Connect wants', async () => {
    const { redirect, state, nonce } = await login(new Browser(), { lms, tool });
    expect(`${redirect.origin}${redirect.pathname}`).to.equal(`${lms.url}/auth`);
    expect(Object.fromEntries(redirect.searchParams)).to.include({
      response_type: 'id_token',
      response_mode: 'form_post',
      scope: 'openid',
      prompt: 'none',
      client_id: 'client-1',
      redirect_uri: `${tool.url}/lti/launch`,
      login_hint: 'user-4',
      lti_message_hint: '{"cmid":42}',
    });
    expect(state).to.match(/^[\w-]{200,400}$/);
    expect(nonce).to.have.length(32);
  });

  it('works by GET, and without client_id where the issuer has one client', async () => {
    const { client_id: _none, ...fields } = loginFields(lms, tool);
    const address = `${tool.url}/lti/login?${new URLSearchParams(fields).toString()}`;
    const response = await fetch(address, { redirect: 'manual' });
    expect(new URL(response.headers.get('location')!).searchParams.get('client_id')).to.equal('client-1');
  });

  it('sets a partitioned cookie for this login only', async () => {
    const response = await post({});
    const cookies = response.headers.getSetCookie();
    const state = new URL(response.headers.get('location')!).searchParams.get('state')!;
    const binding = cookies.find((line) => line.startsWith(`lti-${state.slice(0, 16)}=`));
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=None', 'Partitioned', 'Path=/', 'Max-Age=600']) {
      expect(binding).to.include(attribute);
    }
    expect(cookies.some((line) => line.startsWith('state'))).to.equal(false);
  });

  it('keeps what the platform’s own address asks for', async () => {
    const facts = { ...lms.facts, clientId: 'client-q', authEndpoint: `${lms.url}/auth?tenant=7` };
    await tool.lti.platforms.add(facts);
    const { redirect } = await login(new Browser(), { lms, tool }, { client_id: 'client-q' });
    expect(redirect.pathname).to.equal('/auth');
    expect(redirect.searchParams.get('tenant')).to.equal('7');
    await Promise.all(
      (await tool.lti.platforms.list())
        .filter(({ clientId }) => clientId === 'client-q')
        .map(({ id }) => tool.lti.platforms.remove(id)),
    );
  });

  for (const name of ['iss', 'login_hint', 'target_link_uri']) {
    it(`without ${name} is refused`, async () =>
      expect(await codeOf(await post({ [name]: '' }))).to.equal('login-incomplete'));
  }

  it('with a parameter given twice or as an object is refused', async () => {
    const fields = new URLSearchParams(loginFields(lms, tool));
    fields.append('iss', 'https://other.example');
    const twice = await fetch(`${tool.url}/lti/login`, { method: 'POST', body: fields, redirect: 'manual' });
    expect(await codeOf(twice)).to.equal('login-incomplete');
    const object = await fetch(`${tool.url}/lti/login?iss[$ne]=x&login_hint=1&target_link_uri=x`, {
      redirect: 'manual',
    });
    expect(await codeOf(object)).to.equal('login-incomplete');
  });

  const elsewhere = [
    'https://evil.example/lti/launch',
    'javascript:alert(1)',
    '//evil.example',
    'http://localhost@evil.example/',
    'not an address',
  ];
  for (const target of elsewhere) {
    it(`to ${target} is refused and leads nowhere`, async () =>
      expect(await codeOf(await post({ target_link_uri: target }))).to.equal('login-target'));
  }

  it('from an unknown issuer or client is refused', async () => {
    expect(await codeOf(await post({ iss: 'https://other.example' }))).to.equal('platform-unknown');
    expect(await codeOf(await post({ client_id: 'client-2' }))).to.equal('platform-unknown');
  });

  describe('in the course’s frame', () => {
    const begin = async (browser: Browser, headers: Record<string, string>): Promise<Response> => {
      const first = await browser.post(`${tool.url}/lti/login`, loginFields(lms, tool), headers);
      expect(first.status).to.equal(303);
      expect(first.headers.get('location')).to.match(/^\/lti\/login\?lti_return=[\w-]{200,600}$/);
      return browser.send(`${tool.url}${first.headers.get('location')!}`, { headers });
    };

    for (const [name, headers] of Object.entries({ 'a browser that says so': framed, 'an old Safari': oldSafari })) {
      it(`finds out once whether cookies are kept: ${name}`, async () => {
        const browser = new Browser();
        const back = await begin(browser, headers);
        expect(back.headers.get('location')).to.include(`${lms.url}/auth`);
        const second = await browser.post(`${tool.url}/lti/login`, loginFields(lms, tool), headers);
        expect(second.headers.get('location')).to.include(`${lms.url}/auth`);
      });
    }

    it('offers a new window where they are not, before the platform is asked; there the launch succeeds', async () => {
      const blocked = new Browser();
      blocked.keepsCookies = false;
      const back = await begin(blocked, framed);
      expect(back.status).to.equal(200);
      expect(back.headers.get('location')).to.equal(null);
      const model = modelOf(await back.text());
      expect(model).to.include({ language: 'da', title: 'Fortsæt i et nyt vindue' });
      const { href, fields } = model['action'] as { href: string; fields: { name: string; value: string }[] };

      const browser = new Browser();
      const given = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
      const response = await browser.post(`${tool.url}${href}`, given, { 'sec-fetch-dest': 'document' });
      const asked = new URL(response.headers.get('location')!).searchParams;
      const welcomed = await launch({
        browser,
        lms,
        tool,
        asked: { state: asked.get('state')!, nonce: asked.get('nonce')!, redirect: new URL(lms.url) },
      });
      expect(welcomed.status).to.equal(303);
    });

    it('never goes round in a circle', async () => {
      const blocked = new Browser();
      blocked.keepsCookies = false;
      const fields = { ...loginFields(lms, tool), lti_new_window: '1' };
      const first = await blocked.post(`${tool.url}/lti/login`, fields, oldSafari);
      const back = await blocked.send(`${tool.url}${first.headers.get('location')!}`, { headers: oldSafari });
      expect(await codeOf(back)).to.equal('cookies-blocked');
      const again = await blocked.send(`${tool.url}${first.headers.get('location')!}`, { headers: oldSafari });
      expect(await codeOf(again)).to.equal('cookies-blocked');
    });

    it('shows the button again where its page is loaded again, for an hour', async () => {
      const blocked = new Browser();
      blocked.keepsCookies = false;
      const first = await blocked.post(`${tool.url}/lti/login`, loginFields(lms, tool), framed);
      const reload = async (): Promise<Record<string, unknown>> => {
        const back = await blocked.send(`${tool.url}${first.headers.get('location')!}`, { headers: framed });
        return modelOf(await back.text());
      };
      const shown = await reload();
      expect(shown['title']).to.equal('Fortsæt i et nyt vindue');
      tool.clock.now += 50 * 60_000;
      expect(await reload()).to.deep.equal(shown);
      tool.clock.now += 11 * 60_000;
      expect((await reload())['code']).to.equal('login-incomplete');
      tool.clock.now -= 61 * 60_000;
    });

    for (const [name, inWindow] of Object.entries({
      'a window': { 'sec-fetch-dest': 'document' },
      'a window of an old Safari': oldSafari,
    })) {
      it(`takes no cookie that was kept in ${name} for a sign that the frame keeps them too`, async () => {
        // WebKit with "no third party" sends in the frame what it was given at top level, and keeps nothing there.
        const browser = new Browser();
        const fields = { ...loginFields(lms, tool), lti_new_window: '1' };
        const opened = await browser.post(`${tool.url}/lti/login`, fields, inWindow);
        if (opened.status === 303)
          await browser.send(`${tool.url}${opened.headers.get('location')!}`, { headers: inWindow });
        browser.keepsCookies = false;
        const back = await begin(browser, framed);
        expect(modelOf(await back.text())['title']).to.equal('Fortsæt i et nyt vindue');
      });
    }

    it('offers the window in Danish and English, whatever the browser speaks: the course is not known yet', async () => {
      const blocked = new Browser();
      blocked.keepsCookies = false;
      const back = await begin(blocked, { ...framed, 'accept-language': 'en-GB,en' });
      const model = modelOf(await back.text());
      expect(model).to.include({ language: 'da', title: 'Fortsæt i et nyt vindue' });
      expect(model['other']).to.include({ language: 'en', title: 'Go on in a new window' });
    });
  });

  it('of a crowd is slowed down with a page', async () => {
    const small = await startTool({ limits: { logins: 2, launches: 2 } });
    for (const [path, status] of Object.entries({ login: 400, launch: 405 })) {
      const responses = [];
      for (let count = 0; count < 3; count += 1) responses.push(await fetch(`${small.url}/lti/${path}`));
      expect(responses.map((one) => one.status)).to.deep.equal([status, status, 429]);
      expect(modelOf(await responses[2]!.text())['code']).to.equal('busy');
    }
    await small.close();
  });

  it('finds its platform again in a tool that is started anew on the same store', async () => {
    const again = await startTool({ store: tool.store });
    expect(await again.lti.platforms.list()).to.have.length(1);
    await again.stop();
    expect((await enter(lms, tool)).status).to.equal(303);
  });

  it('with https has cookies that no neighbouring site can set', async () => {
    const secure = await startTool({ toolUrl: 'https://lti.example.dk' });
    await secure.lti.platforms.add(lms.facts);
    const fields = { ...loginFields(lms, tool), target_link_uri: 'https://lti.example.dk/lti/launch' };
    const response = await new Browser().post(`${secure.url}/lti/login`, fields);
    for (const line of response.headers.getSetCookie()) expect(line).to.match(/^__Host-lti-/);
    await secure.close();
  });
});
