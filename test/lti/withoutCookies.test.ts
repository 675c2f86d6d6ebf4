import { expect } from 'chai';
import { Browser, type LaunchChanges, loginFields, validPayload } from './support/launching.ts';
import { type Lms, sign, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

const framed = { 'sec-fetch-dest': 'iframe' };
const own = { 'sec-fetch-site': 'same-origin' };

interface Model {
  code?: string;
  action?: { href: string; fields?: { name: string; value: string }[] };
  storage?: { frame: string; origin: string; key: string; value: string; next: string };
  fields?: { name: string; value: string }[];
}

async function read(response: Response): Promise<Model> {
  return modelOf(await response.text());
}
function fieldsOf(fields: { name: string; value: string }[] = []): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

describe('where the browser keeps no cookie', () => {
  let lms: Lms;
  let tool: Tool;
  beforeEach(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
  });
  afterEach(() => Promise.all([lms.close(), tool.close()]));

  const refusing = (): Browser => Object.assign(new Browser(), { keepsCookies: false });
  /** A login in a frame, as far as the page that the second request gets. */
  const login = async (browser: Browser, change: Record<string, string>): Promise<Response> => {
    const first = await browser.post(`${tool.url}/lti/login`, { ...loginFields(lms, tool), ...change }, framed);
    return browser.send(`${tool.url}${first.headers.get('location') ?? ''}`, { headers: framed });
  };
  const post = (browser: Browser, fields: Record<string, string>, headers = {}): Promise<Response> =>
    browser.post(`${tool.url}/lti/launch`, fields, headers);
  const tokenFor = (next: string, changes: LaunchChanges = {}): Promise<string> => {
    const nonce = new URL(next).searchParams.get('nonce') ?? '';
    return sign((changes.payload ?? ((same) => same))(validPayload(lms, tool, nonce)), lms.key);
  };

  describe('and the platform keeps values for us', () => {
    /** What the page of the login holds, and what the platform answers. */
    const begin = async () => {
      const { storage } = await read(await login(refusing(), { lti_storage_target: 'keeper' }));
      const { next, value, key, frame, origin } = storage!;
      const state = new URL(next).searchParams.get('state') ?? '';
      return { next, value, key, frame, origin, state, id_token: await tokenFor(next) };
    };

    it('the page puts a secret there and then goes to the platform', async () => {
      const { next, value, key, frame, origin, state } = await begin();
      expect({ frame, origin, key }).to.deep.equal({
        frame: 'keeper',
        origin: lms.url,
        key: `lti_${state.slice(0, 32)}`,
      });
      expect(value).to.have.length(32);
      expect(next).to.match(new RegExp(`^${lms.url}/auth\\?`));
      expect(next).not.to.include(value);
    });

    it('the launch asks for the secret, is verified, and offers its own button; that works once', async () => {
      const { value, state, id_token } = await begin();
      const asked = await read(await post(refusing(), { id_token, state }));
      expect(fieldsOf(asked.fields)).to.deep.equal({ id_token, state });
      const offered = await read(await post(refusing(), { id_token, state, lti_secret: value }, own));
      expect(tool.launches).to.have.length(0);
      const ticket = fieldsOf(offered.action?.fields);
      const entered = await post(new Browser(), ticket, own);
      expect(entered.status).to.equal(303);
      expect(tool.launches).to.have.length(1);
      expect((await read(await post(new Browser(), ticket, own))).code).to.equal('state-used');
    });

    const refused: [
      name: string,
      change: (fields: Record<string, string>) => Record<string, string>,
      headers: object,
    ][] = [
      ['from a form of another site', (fields) => fields, { origin: 'https://evil.example' }],
      ['from a form of no one', (fields) => fields, {}],
      ['with another secret', (fields) => ({ ...fields, lti_secret: 'x'.repeat(32) }), own],
      ['without the secret', (fields) => ({ ...fields, lti_secret: '' }), own],
    ];
    for (const [name, change, headers] of refused) {
      it(`is refused ${name}, which does not end the login for the right one`, async () => {
        const { value, state, id_token } = await begin();
        const right = { id_token, state, lti_secret: value };
        expect((await read(await post(refusing(), change(right), headers))).code).to.equal('state-missing');
        expect((await read(await post(refusing(), right, own))).action?.href).to.equal(`${tool.url}/lti/launch`);
        expect((await read(await post(refusing(), right, own))).code).to.equal('state-used');
        expect(tool.launches).to.have.length(0);
      });
    }

    it('a frame with the longest name gets its value back', async () => {
      const { storage } = await read(await login(refusing(), { lti_storage_target: 'ø'.repeat(255) }));
      const state = new URL(storage!.next).searchParams.get('state') ?? '';
      const asked = await post(refusing(), { id_token: await tokenFor(storage!.next), state });
      expect(modelOf(await asked.text())['storage']).to.deep.equal({
        frame: 'ø'.repeat(255),
        origin: lms.url,
        key: `lti_${state.slice(0, 32)}`,
      });
    });

    it('a ticket in a form of another site lets no one in', async () => {
      const { value, state, id_token } = await begin();
      const offered = await read(await post(refusing(), { id_token, state, lti_secret: value }, own));
      const foreign = await post(new Browser(), fieldsOf(offered.action?.fields), { origin: 'https://evil.example' });
      expect((await read(foreign)).code).to.equal('state-missing');
      expect(tool.launches).to.have.length(0);
    });

    it('a ticket is worth nothing after ten minutes', async () => {
      const { value, state, id_token } = await begin();
      const offered = await read(await post(refusing(), { id_token, state, lti_secret: value }, own));
      tool.clock.now += 11 * 60_000;
      const late = await post(new Browser(), fieldsOf(offered.action?.fields), own);
      expect((await read(late)).code).to.equal('state-used');
    });

    it('the secret cannot come in the form where the login was bound by a cookie', async () => {
      const browser = new Browser();
      const response = await browser.post(`${tool.url}/lti/login`, loginFields(lms, tool));
      const next = response.headers.get('location') ?? '';
      const [, secret] = [...browser.cookies].find(([name]) => /^lti-[\w-]{16}$/.test(name))!;
      const fields = { id_token: await tokenFor(next), state: new URL(next).searchParams.get('state') ?? '' };
      const refusedLaunch = await post(new Browser(), { ...fields, lti_secret: secret }, own);
      expect((await read(refusedLaunch)).code).to.equal('state-missing');
    });
  });

  describe('and the platform is Moodle, which takes a hint once', () => {
    const restart = (): string => `${lms.url}/mod/lti/launch.php?id=42&triggerview=0`;
    beforeEach(async () => {
      const facts = { ...lms.facts, clientId: 'moodle', authEndpoint: `${lms.url}/mod/lti/auth.php` };
      await tool.lti.platforms.add(facts);
    });
    const moodle = (launchId = '1'): Record<string, string> => ({
      client_id: 'moodle',
      lti_message_hint: JSON.stringify({ cmid: 42, launchid: `ltilaunch42_${launchId}` }),
    });
    const enter = (browser: Browser, change = moodle()): Promise<Response> =>
      browser.post(`${tool.url}/lti/login`, { ...loginFields(lms, tool), ...change });

    it('the hint is not spent by the page with the button, and its first press goes to the platform', async () => {
      const offered = await read(await login(refusing(), moodle()));
      const pressed = await new Browser().post(`${tool.url}${offered.action!.href}`, fieldsOf(offered.action!.fields));
      expect(pressed.headers.get('location')).to.match(new RegExp(`^${lms.url}/mod/lti/auth\\.php\\?`));
    });

    it('its second press begins anew at Moodle, rather than on Moodle’s error page', async () => {
      const offered = await read(await login(refusing(), moodle()));
      const browser = new Browser();
      const press = (): Promise<Response> =>
        browser.post(`${tool.url}${offered.action!.href}`, fieldsOf(offered.action!.fields));
      await press();
      expect((await press()).headers.get('location')).to.equal(restart());
    });

    it('a hint is known as used for twelve hours, and twelve hints back', async () => {
      const browser = new Browser();
      const leadsTo = async (launchId: string): Promise<string> =>
        (await enter(browser, moodle(launchId))).headers.get('location') ?? '';
      const first = await browser.post(`${tool.url}/lti/login`, { ...loginFields(lms, tool), ...moodle('0') });
      expect(first.headers.getSetCookie().join()).to.match(/lti-hints=[\w-]{16}; Max-Age=43200;.*Partitioned/);
      for (let count = 1; count < 12; count += 1) expect(await leadsTo(String(count))).to.include('/auth.php?');
      for (let count = 0; count < 12; count += 1) expect(await leadsTo(String(count))).to.equal(restart());
      expect(await leadsTo('12')).to.include('/auth.php?');
      expect(await leadsTo('0')).to.include('/auth.php?');
      expect(browser.cookies.get('lti-hints')).to.have.length(12 * 17 - 1);
    });

    it('a launch that comes too late offers a new one in a new window', async () => {
      const browser = new Browser();
      const response = await enter(browser);
      const state = new URL(response.headers.get('location') ?? '').searchParams.get('state') ?? '';
      tool.clock.now += 11 * 60_000;
      const refused = await read(await post(browser, { state, id_token: 'e30.e30.e30' }));
      expect(refused.code).to.equal('state-used');
      expect(refused.action?.href).to.equal(restart());
    });

    it('a launch without its cookie offers a new one in a new window', async () => {
      const response = await enter(new Browser());
      const state = new URL(response.headers.get('location') ?? '').searchParams.get('state') ?? '';
      const refused = await read(await post(new Browser(), { state, id_token: 'e30.e30.e30' }));
      expect(refused.code).to.equal('state-missing');
      expect(refused.action?.href).to.equal(restart());
    });

    it('another hint is another launch, and another platform’s hint may be used again', async () => {
      const browser = new Browser();
      await enter(browser);
      expect((await enter(browser, moodle('2'))).headers.get('location')).to.include('/mod/lti/auth.php?');
      for (const _time of [1, 2]) {
        const other = await enter(browser, { ...moodle(), client_id: 'client-1' });
        expect(other.headers.get('location')).to.match(new RegExp(`^${lms.url}/auth\\?`));
      }
    });

    for (const hint of ['{"cmid":"42/../x","launchid":"1"}', '{"cmid":-1}', '{"launchid":"1"}', '[]', 'null', 'x']) {
      it(`nothing but a whole number is taken from the hint: ${hint}`, async () => {
        const change = { client_id: 'moodle', lti_message_hint: hint };
        const browser = new Browser();
        await enter(browser, change);
        expect((await enter(browser, change)).headers.get('location')).to.include('/mod/lti/auth.php?');
      });
    }
  });
});
