import { expect } from 'chai';
import { Browser, launch, login, loginFields, type Asked } from '../support/launching.ts';
import { type Lms, makeSigningKey, startLms } from '../support/lms.ts';
import { modelOf, startTool, type Tool } from '../support/tool.ts';

/** The same state with one character of it changed. */
function changed(state: string, at: number): string {
  return `${state.slice(0, at)}${state.charAt(at) === 'A' ? 'B' : 'A'}${state.slice(at + 1)}`;
}

/** The same bytes spelled otherwise, for readers of base64url that pass over what is none of it. */
function respelled(state: string): string[] {
  return [`${state}-`, `${state}A`, `-${state}`, `${state}__`];
}

describe('the state of a login', () => {
  let lms: Lms;
  let tool: Tool;
  let another: Tool;
  before(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    // The same address and platform, and a secret that is not ours.
    another = await startTool({ toolSecret: 'another secret that is long enough for it', toolUrl: tool.url });
    await Promise.all([tool, another].map((one) => one.lti.platforms.add(lms.facts)));
  });
  after(() => Promise.all([lms.close(), tool.close(), another.close()]));

  const codeOf = async (response: Response): Promise<unknown> => modelOf(await response.text())['code'];
  const stored = async (): Promise<number> => {
    const counts = await Promise.all(tool.store.opened().map(({ documents }) => documents.count({})));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const begin = async (): Promise<{ browser: Browser; asked: Asked }> => {
    const browser = new Browser();
    return { browser, asked: await login(browser, { lms, tool }) };
  };
  const secretOf = (browser: Browser, state: string): string => browser.cookies.get(`lti-${state.slice(0, 16)}`) ?? '';

  it('lets in, once', async () => {
    const { browser, asked } = await begin();
    const kept = new Map(browser.cookies);
    expect((await launch({ browser, lms, tool, asked })).status).to.equal(303);
    expect(await codeOf(await launch({ browser, lms, tool, asked }))).to.equal('state-used');
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect(await codeOf(await launch({ browser, lms, tool, asked }))).to.equal('state-used');
  });

  it('lets one of many in that come at the same time, to several processes', async () => {
    const twin = await startTool({ store: tool.store, toolUrl: tool.url });
    const { browser, asked } = await begin();
    const posts = Array.from({ length: 20 }, (_none, index) => {
      const one = Object.assign(new Browser(), { cookies: new Map(browser.cookies) });
      const process = index % 2 === 0 ? tool : { ...tool, url: twin.url };
      // The launch names the tool's own address; only where it is posted differs.
      return launch(
        { browser: one, lms, tool: process, asked },
        { payload: (payload) => ({ ...payload, ...target() }) },
      );
    });
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).to.have.length(1);
    expect(statuses.filter((status) => status === 400)).to.have.length(19);
    await twin.stop();
  });
  const target = (): object => ({
    'https://purl.imsglobal.org/spec/lti/claim/target_link_uri': `${tool.url}/lti/launch`,
  });

  it('is refused where any part of it is changed, and the right one still lets in', async () => {
    const { browser, asked } = await begin();
    const secret = secretOf(browser, asked.state);
    const before = await stored();
    const places = [0, 15, 16, 37, 38, 60, 120, asked.state.length - 10];
    const wrong = [
      ...places.map((at) => changed(asked.state, at)),
      ...respelled(asked.state),
      asked.state.slice(0, -4),
    ];
    for (const state of wrong) {
      browser.cookies.set(`lti-${state.slice(0, 16)}`, secret);
      const refused = await launch({ browser, lms, tool, asked: { ...asked, state } });
      expect(await codeOf(refused), state).to.equal('state-used');
    }
    expect(await stored()).to.equal(before);
    expect((await launch({ browser, lms, tool, asked })).status).to.equal(303);
  });

  it('is refused where another tool’s secret has sealed it', async () => {
    const browser = new Browser();
    const target_link_uri = `${tool.url}/lti/launch`;
    const asked = await login(browser, { lms, tool: another }, { target_link_uri });
    expect(asked.state).to.have.length.above(200);
    expect(await codeOf(await launch({ browser, lms, tool, asked }))).to.equal('state-used');
    // That tool itself takes it: the launch is right but for the secret.
    const there = { ...tool, url: another.url };
    const payload = (given: object): Record<string, unknown> => ({ ...given, ...target() });
    expect((await launch({ browser, lms, tool: there, asked }, { payload })).status).to.equal(303);
  });

  it('is refused after ten minutes', async () => {
    const { browser, asked } = await begin();
    tool.clock.now += 10 * 60_000;
    const late = await launch({ browser, lms, tool, asked });
    tool.clock.now -= 10 * 60_000;
    expect(await codeOf(late)).to.equal('state-used');
  });

  it('is refused with the cookie of another login, of another browser, or with one made up', async () => {
    const [one, other] = [await begin(), await begin()];
    const { state } = one.asked;
    const before = await stored();
    const secrets = [secretOf(other.browser, other.asked.state), '', 'x'.repeat(32), 'x', 'ø'.repeat(32), state];
    for (const secret of secrets) {
      const browser = new Browser();
      browser.cookies.set(`lti-${state.slice(0, 16)}`, encodeURIComponent(secret));
      expect(await codeOf(await launch({ browser, lms, tool, asked: one.asked })), secret).to.equal('state-missing');
    }
    expect(await stored()).to.equal(before);
    expect((await launch({ browser: one.browser, lms, tool, asked: one.asked })).status).to.equal(303);
  });

  it('of a login that is none, since it is what a login rests as, is refused', async () => {
    const browser = new Browser();
    const framed = { 'sec-fetch-dest': 'iframe' };
    const first = await browser.post(`${tool.url}/lti/login`, loginFields(lms, tool), framed);
    const state = first.headers.get('location')?.split('=')[1] ?? '';
    const asked = { state, nonce: '', redirect: new URL(lms.url) };
    expect(await codeOf(await launch({ browser, lms, tool, asked }))).to.equal('state-used');
  });

  it('costs the store nothing where the token is wrong, and the right token still lets in', async () => {
    const { browser, asked } = await begin();
    const stranger = await makeSigningKey();
    const before = await stored();
    for (let count = 0; count < 50; count += 1) {
      const forged = await launch({ browser, lms, tool, asked }, { key: stranger, header: { kid: lms.key.kid } });
      expect(await codeOf(forged)).to.equal('signature');
    }
    expect(await stored()).to.equal(before);
    expect((await launch({ browser, lms, tool, asked })).status).to.equal(303);
    expect(await stored()).to.be.within(before + 1, before + 3);
  });
});
