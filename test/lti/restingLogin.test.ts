import { expect } from 'chai';
import { Browser, loginFields } from './support/launching.ts';
import { type Lms, startLms } from './support/lms.ts';
import { modelOf, startTool, type Tool } from './support/tool.ts';

const framed = { 'sec-fetch-dest': 'iframe' };

describe('a login that goes round to see whether a cookie is kept', () => {
  let lms: Lms;
  let tool: Tool;
  before(async () => {
    [lms, tool] = await Promise.all([startLms(), startTool()]);
    await tool.lti.platforms.add(lms.facts);
  });
  after(() => Promise.all([lms.close(), tool.close()]));
  const codeOf = async (response: Response): Promise<unknown> => modelOf(await response.text())['code'];

  it('tells no one who has the address whom it is for, and takes no other', async () => {
    const browser = new Browser();
    const first = await browser.post(`${tool.url}/lti/login`, loginFields(lms, tool), framed);
    const address = `${tool.url}${first.headers.get('location')!}`;
    const sealed = new URL(address).searchParams.get('lti_return')!;
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.to.include('user-4');
    const middle = sealed.charAt(90) === 'A' ? 'B' : 'A';
    for (const other of [
      `${sealed.slice(0, 90)}${middle}${sealed.slice(91)}`,
      sealed.slice(0, -9),
      'x',
      'a'.repeat(32),
    ]) {
      const changed = await browser.send(address.replace(sealed, other), { headers: framed });
      expect(await codeOf(changed)).to.equal('login-incomplete');
    }
  });

  for (const method of ['POST', 'GET']) {
    it(`too long for an address is sent again by the browser itself: ${method}`, async () => {
      const fields = { ...loginFields(lms, tool), lti_message_hint: 'h'.repeat(method === 'POST' ? 12_000 : 5000) };
      const send = (browser: Browser, path: string): Promise<Response> =>
        method === 'POST'
          ? browser.post(`${tool.url}${path}`, fields, framed)
          : browser.send(`${tool.url}${path}`, { headers: framed });
      const query = method === 'POST' ? '' : `?${new URLSearchParams(fields).toString()}`;
      const browser = new Browser();
      const first = await send(browser, `/lti/login${query}`);
      expect(first.status).to.equal(307);
      const back = await send(browser, first.headers.get('location')!);
      expect(back.headers.get('location')).to.include(`lti_message_hint=${fields.lti_message_hint}`);
      const blocked = Object.assign(new Browser(), { keepsCookies: false });
      const offered = await send(blocked, (await send(blocked, `/lti/login${query}`)).headers.get('location')!);
      expect(modelOf(await offered.text())['title']).to.equal('Fortsæt i et nyt vindue');
    });
  }
});
