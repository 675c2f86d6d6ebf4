import { expect } from 'chai';
import { startApp, startAppAndPlatform } from '../support/app.ts';
import { people } from '../support/platform/startPlatform.ts';
import type { Visit, WebClient } from '../support/platform/webClient.ts';
import { freePort } from '../support/ports.ts';
import { strongSecrets } from '../support/secrets.ts';

/**
 * The OWASP Secure Headers Project's list, answer by answer. Left out: Cross-Origin-Embedder-Policy (a course's film may lie on a host that
 * does not know it) and Clear-Site-Data (it would end the other rooms of this browser, and what is kept in their tabs).
 * Frames are what the list forbids and a course needs: a room names its own platform, and the pages before a room name none.
 */
const everywhere = {
  'x-content-type-options': /^nosniff$/,
  'x-permitted-cross-domain-policies': /^none$/,
  'permissions-policy': /(?=.*camera=\(\))(?=.*microphone=\(\))(?=.*geolocation=\(\))/,
};
const aPage = {
  ...everywhere,
  'content-security-policy': /^default-src 'none';.*form-action '(self|none)';.*base-uri 'none'/,
  'cross-origin-resource-policy': /^same-origin$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
};
const framedByNobody = {
  ...aPage,
  'content-security-policy': /frame-ancestors 'none'$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'x-frame-options': /^DENY$/,
};
/** Told by software of its kind, and of use to nobody but an attacker. */
const telling = ['server', 'x-powered-by', 'x-aspnet-version', 'x-generator', 'via'];
/** Spoken to documents; a file of ours is none, and these would be as large as a small script itself. */
const aFile = { 'x-content-type-options': /^nosniff$/, 'cross-origin-resource-policy': /^same-origin$/ };

describe('security headers, after OWASP’s list', function () {
  this.timeout(60_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let client: WebClient;
  let page: Visit;
  let launched: Visit;
  before(async () => {
    both = await startAppAndPlatform();
    ({ client, page, launched } = await both.platform.launch({
      person: people.mette,
      activity: 'modul-1-forberedelse',
    }));
  });
  after(() => both.close());

  const expectHeaders = ({ headers, url }: Pick<Visit, 'headers' | 'url'>, wanted: Record<string, RegExp>): void => {
    for (const [name, value] of Object.entries(wanted)) expect(headers.get(name), `${name} of ${url}`).to.match(value);
    for (const name of telling) expect(headers.get(name), `${name} of ${url}`).to.equal(null);
    expect(headers.get('content-security-policy') ?? '', url).not.to.match(/unsafe|\*|sha256|nonce-|http:\/\/(?!127)/);
  };
  const ask = (path: string, headers: Record<string, string> = {}) => client.get(`${both.app.url}${path}`, headers);

  it('of a room’s page: all of them, no copy is kept, and its own platform alone may frame it', () => {
    expectHeaders(page, { ...aPage, 'cache-control': /^no-store$/, 'cross-origin-opener-policy': /^same-origin$/ });
    const own = new URL(both.platform.issuer).origin;
    expect(page.headers.get('content-security-policy')).to.match(new RegExp(`frame-ancestors ${own}$`));
    expect(page.headers.get('x-frame-options')).to.equal(null);
  });

  it('of a redirect and of a saved form', async () => {
    const saved = await client.submit(page, { intent: 'next' });
    expect([saved.status, launched.status]).to.deep.equal([303, 303]);
    expectHeaders(saved, { ...aPage, 'cache-control': /^no-store$/ });
    expectHeaders(launched, everywhere);
  });

  it('of JSON for a page’s script', async () => {
    const room = new URL(page.url).pathname.split('/').slice(0, 3).join('/');
    const json = await ask(`${room}/findes-ikke`, { accept: 'application/json' });
    expect(json.headers.get('content-type')).to.match(/^application\/json/);
    expectHeaders(json, { ...aPage, 'cache-control': /^no-store$/ });
  });

  it('of a page outside rooms and of every kind of fault: nobody frames it', async () => {
    const faults = ['/', '/findes-ikke', '/assets/findes-ikke.css', '/assets/%E0%A4%A', '/drift', '/evaluering'];
    for (const path of [...faults, '/redaktion', '/rum/AAAAAAAAAAAAAAAAAAAAAA/'])
      expectHeaders(await ask(path), framedByNobody);
    // A page is made for whoever may not read the figures.
    expectHeaders(await ask('/metrics', { via: 'a proxy' }), framedByNobody);
  });

  it('of the LTI paths: a refusal is a page that any course may frame', async () => {
    for (const path of ['/lti/login', '/lti/launch', '/lti/register']) {
      const refused = await ask(path);
      expect(refused.status).to.be.at.least(400);
      expectHeaders(refused, { ...aPage, 'cache-control': /^no-store$/ });
      expect(refused.headers.get('content-security-policy')).not.to.include('frame-ancestors');
    }
    expectHeaders(await ask('/lti/keys'), everywhere);
  });

  it('of health and figures', async () => {
    for (const path of ['/health/live', '/health/ready', '/metrics'])
      expectHeaders(await ask(path), { ...everywhere, 'cache-control': /^no-store$/ });
  });

  it('of a file: what concerns a file; a drawing, which can be opened as a page, runs nothing', async () => {
    const style = /href="(\/assets\/build\/style[^"]*)"/.exec(page.html)?.[1] ?? '';
    expectHeaders(await ask(style), aFile);
    const drawing = await ask('/assets/images/mark.svg');
    expectHeaders(drawing, { 'x-content-type-options': /^nosniff$/, 'cross-origin-resource-policy': /^cross-origin$/ });
    for (const one of [drawing, await ask('/assets/build/icons/check-dark.svg')])
      expect(one.headers.get('content-security-policy')).to.equal("default-src 'none'; sandbox");
  });

  it('in production: https for two years, said for our own host alone', async () => {
    const port = await freePort();
    const own = { NODE_ENV: 'production', TOOL_URL: 'https://lti.example.dk', HOST: '127.0.0.1', PORT: String(port) };
    const app = await startApp({ ...own, ...strongSecrets });
    const paths = ['/', '/findes-ikke', '/health/live', '/lti/keys', '/lti/login'];
    const answers = await Promise.all(paths.map((path) => fetch(`http://127.0.0.1:${port}${path}`)));
    await app.close();
    for (const { headers, url } of answers)
      expect(headers.get('strict-transport-security'), url).to.equal('max-age=63072000');
  });
});
