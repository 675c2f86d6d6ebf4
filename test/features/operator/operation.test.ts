import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect } from 'chai';
import { commandHere } from '../../cli/command.ts';
import { readConfig } from '../../../src/config.ts';
import { people, type Platform, startPlatform } from '../../support/platform/startPlatform.ts';
import { createWebClient, formOf, type Visit, type WebClient } from '../../support/platform/webClient.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { untilLogged } from '../../support/waiting.ts';

describe('the operator’s page', function () {
  this.timeout(60_000);
  let product: Product;
  let platform: Platform;

  const command = async (...words: string[]): Promise<string> => {
    const settings = { PORT: new URL(product.url).port, DATA_DIR: product.dataDir };
    const { out, err } = await commandHere('platform', words, () => readConfig(settings));
    expect(err).to.equal('');
    return out;
  };
  const link = async (): Promise<string> => (await command('page')).split('\n')[0] ?? '';
  const signIn = async (client: WebClient = createWebClient()) => {
    const page = await client.follow(await client.submit(await client.get(await link())));
    return { client, page };
  };
  const headingOf = ({ html }: Visit): string => load(html)('h1').text();
  const states = ({ html }: Visit): string[] =>
    load(html)('.badge')
      .toArray()
      .map((badge) => load(badge).text());
  const press = (client: WebClient, page: Visit, label: RegExp): Promise<Visit> => {
    const $ = load(page.html);
    const button = $('button')
      .filter((_at, one) => label.test($(one).text()))
      .first();
    const form = button.closest('form');
    const action = button.attr('formaction') ?? form.attr('action') ?? '';
    return client.post(new URL(action, page.url).href, { _csrf: String(form.find('[name=_csrf]').val()) });
  };
  const launches = () => platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });

  before(async () => {
    product = await startProduct({ REGISTRATION: 'approve', SANDBOX: 'off' });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });

  describe('lets in', () => {
    it('whoever has a link, once; a look at the link does not use it up', async () => {
      const address = await link();
      expect((await createWebClient().get(address)).status).to.equal(200);
      const client = createWebClient();
      const answer = await client.submit(await client.get(address));
      expect(answer.status).to.equal(303);
      expect(answer.headers.get('set-cookie')).to.match(
        /^drift=[\w-]{32}; Max-Age=3600; Path=\/; HttpOnly; SameSite=Strict$/,
      );
      expect(headingOf(await client.follow(answer))).to.equal('Kursussystemer');
      const second = await createWebClient().post(address, {});
      expect(second.status).to.equal(401);
      expect(second.headers.get('set-cookie')).to.equal(null);
    });

    it('one of many who use a link at the same moment', async () => {
      const address = await link();
      const answers = await Promise.all(Array.from({ length: 8 }, () => createWebClient().post(address, {})));
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, ...Array<number>(7).fill(401)]);
    });

    it('no one else, and says how', async () => {
      for (const path of ['/drift', '/drift/platform/x/fjern']) {
        const page = await createWebClient().get(`${product.url}${path}`);
        expect(page.status).to.equal(401);
        expect(page.html).to.include('npm run platform -- page');
      }
      const guessed = await createWebClient().post(`${product.url}/drift/${'a'.repeat(32)}`, {});
      expect(guessed.status).to.equal(401);
      const client = createWebClient();
      client.setCookie(product.url, { name: 'drift', value: 'a'.repeat(32) });
      expect((await client.get(`${product.url}/drift`)).status).to.equal(401);
    });

    it('no one after signing out, even with the cookie kept', async () => {
      const { client, page } = await signIn();
      const { drift = '' } = client.cookiesFor(product.url);
      await press(client, page, /Log ud/);
      client.setCookie(product.url, { name: 'drift', value: drift });
      expect((await client.get(`${product.url}/drift`)).status).to.equal(401);
    });
  });

  it('lets a platform in and shuts it out', async () => {
    const { client, page } = await signIn();
    expect(states(page)).to.deep.equal(['Venter på dig']);
    expect(load(page.html)('.lead').text()).to.equal('1 kursussystem har brug for dig.');
    expect(load(page.html)('.needs').text()).to.equal('Det venter på, at du slår det til.');
    expect(await launches().catch((error: unknown) => String(error))).to.include("The tool's login answered 403");

    const on = await client.follow(await press(client, page, /Slå til/));
    expect(states(on)).to.deep.equal(['Slået til']);
    expect(load(on.html)('.lead').text()).to.equal('Intet kursussystem har brug for dig lige nu.');
    expect(load(on.html)('[role=status]').text()).to.include('Kursussystemet er slået til.');
    expect((await launches()).launched.status).to.equal(303);
    expect((await client.get(`${product.url}/drift`)).html).not.to.include('Ikke endnu');

    const off = await client.follow(await press(client, on, /Slå fra/));
    expect(states(off)).to.deep.equal(['Slået fra']);
    expect(await launches().catch((error: unknown) => String(error))).to.include('answered 403');
    await press(client, off, /Slå til/);
  });

  it('tells two registrations of one course system apart by their client id', async () => {
    const file = join(product.dataDir, 'second.json');
    const at = { issuer: platform.issuer, client_id: 'another-client', name: new URL(platform.issuer).host };
    const endpoints = { authorization_endpoint: at.issuer, token_endpoint: at.issuer, jwks_uri: at.issuer };
    writeFileSync(file, JSON.stringify({ ...at, ...endpoints, deployment_ids: ['2'] }));
    await command('add', file);
    const { page } = await signIn();
    const names = load(page.html)('h2')
      .toArray()
      .map((one) => load(one).text())
      .filter((name) => name.includes('127.0.0.1'));
    expect(names).to.have.length(2);
    expect(names.join())
      .to.include('(another-client)')
      .and.match(/proeverum [^ ]+ \([\w-]+\)/);
    expect(await command('remove', /^(\S+).*another-client/m.exec(await command('list'))?.[1] ?? '')).to.include(
      'Removed',
    );
  });

  it('removes only after a second thought', async () => {
    const { client, page } = await signIn();
    const href = load(page.html)('a')
      .filter((_at, one) => load(one).text().startsWith('Fjern'))
      .attr('href');
    const sure = await client.get(new URL(href!, page.url).href);
    expect(headingOf(sure)).to.match(/^Fjern .*\?$/);
    expect(states(await client.get(`${product.url}/drift`))).to.have.length(1);
    const after = await client.follow(await press(client, sure, /Ja, fjern det/));
    expect(after.html).to.include('Ingen kursussystemer endnu');
    expect((await client.get(sure.url)).status).to.equal(404);
  });

  it('makes an invitation and shows it once', async () => {
    const { client, page } = await signIn();
    const invited = await press(client, page, /Lav en invitation/);
    const shown = load(invited.html)('textarea').text();
    expect(load(invited.html)('main').text()).to.match(/virker én gang, til og med [a-zø]+dag/);
    expect(shown).to.match(new RegExp(`^${product.url}/lti/register\\?invite=[\\w-]{32}$`));
    expect((await client.get(`${product.url}/drift`)).html).not.to.include('invite=');
  });

  describe('is not to be used by others', () => {
    it('not without the form’s own secret, nor with another session’s', async () => {
      const { client, page } = await signIn();
      const other = formOf((await signIn()).page).fields['_csrf'] ?? '';
      for (const _csrf of ['', other]) {
        expect((await client.post(`${product.url}/drift/invitation`, { _csrf })).status).to.equal(403);
      }
      expect((await press(client, page, /Lav en invitation/)).status).to.equal(200);
    });

    it('not in a frame, not kept, and its links and sessions not in the log', async () => {
      const address = await link();
      const client = createWebClient();
      const shown = await client.get(address);
      for (const { headers } of [shown, (await signIn(client)).page]) {
        expect(headers.get('content-security-policy')).to.match(/frame-ancestors 'none'$/);
        expect(headers.get('content-security-policy')!.match(/frame-ancestors/g)).to.have.length(1);
        expect(headers.get('content-security-policy')).to.include("form-action 'self'");
        expect(headers.get('x-frame-options')).to.equal('DENY');
        expect(headers.get('cache-control')).to.equal('no-store');
      }
      const secrets = [address.split('/').at(-1) ?? '-', client.cookiesFor(product.url)['drift'] ?? '-'];
      await untilLogged(product, '"path":"/drift/…"');
      for (const secret of secrets) expect(product.output()).not.to.include(secret);
    });

    it('leaves a line for each thing done', async () => {
      for (const code of [
        'operator-signed-in',
        'operator-link-refused',
        'operator-signed-out',
        'platform-activated',
        'platform-removed',
        'platform-invited',
      ]) {
        await untilLogged(product, `"code":"${code}"`);
      }
    });
  });

  it('is in English where the browser is', async () => {
    const { client } = await signIn();
    const page = await client.get(`${product.url}/drift`, { 'accept-language': 'en' });
    expect(headingOf(page)).to.equal('Course systems');
    expect(load(page.html)('html').attr('lang')).to.equal('en');
  });

  it('gives Canvas its configuration with our own addresses', async () => {
    const { html, status } = await createWebClient().get(`${product.url}/lti-config/canvas.json`);
    expect(status).to.equal(200);
    expect(JSON.parse(html)).to.include({
      oidc_initiation_url: `${product.url}/lti/login`,
      target_link_uri: `${product.url}/lti/launch`,
      public_jwk_url: `${product.url}/lti/keys`,
    });
    expect(html).not.to.include('{TOOL');
  });
});
