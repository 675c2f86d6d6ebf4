import { load } from 'cheerio';
import { expect } from 'chai';
import { commandHere } from '../../cli/command.ts';
import { readConfig } from '../../../src/config.ts';
import { people, type Platform, startPlatform } from '../../support/platform/startPlatform.ts';
import { createWebClient, formOf, type WebClient } from '../../support/platform/webClient.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { untilLogged } from '../../support/waiting.ts';

describe('the operator’s page of frames', function () {
  this.timeout(60_000);
  let product: Product;
  let platform: Platform;
  let client: WebClient;
  before(async () => {
    product = await startProduct({ SANDBOX: 'off' });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
    const settings = { PORT: new URL(product.url).port, DATA_DIR: product.dataDir };
    const { out } = await commandHere('platform', ['page'], () => readConfig(settings));
    client = createWebClient();
    await client.submit(await client.get(out.split('\n')[0] ?? ''));
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });
  const launches = () => platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });

  it('shows whose pages may hold the rooms in a frame, learned from a launch or written by hand', async () => {
    const home = new URL(platform.issuer).origin;
    const presentation = 'https://purl.imsglobal.org/spec/lti/claim/launch_presentation';
    platform.misbehave.claims = (claims) => ({
      ...claims,
      [presentation]: { ...(claims[presentation] as object), return_url: 'https://canvas.skole.dk/courses/1' },
    });
    const { page: opened } = await launches();
    platform.misbehave.claims = undefined;
    expect(opened.headers.get('content-security-policy')).to.match(
      new RegExp(`frame-ancestors ${home} https://canvas.skole.dk(;|$)`),
    );

    const list = await client.get(`${product.url}/drift`);
    expect(load(list.html)('dl').text()).to.include(`${home}, https://canvas.skole.dk`);
    const href = load(list.html)('a[href$="/rammer"]').attr('href') ?? '';
    const address = new URL(href, list.url).href;
    const page = await client.get(address);
    expect(load(page.html)('main li').text()).to.include('Lært, da nogen åbnede kurset');
    const _csrf = formOf(page).fields['_csrf'] ?? '';

    const bad = await client.post(address, { _csrf, adresse: 'skole' });
    expect(bad.status).to.equal(422);
    expect(load(bad.html)('[role=alert]').text()).to.include('Skriv en adresse');
    expect(load(bad.html)('#adresse').val()).to.equal('skole');
    const added = await client.follow(await client.post(address, { _csrf, adresse: 'https://moodle.skole.dk/' }));
    expect(load(added.html)('[role=status]').text()).to.include('Siderne er rettet');
    await client.post(address, { _csrf, fjern: 'https://canvas.skole.dk' });
    const after = await client.get(address);
    expect(load(after.html)('main li').text()).to.include('https://moodle.skole.dk').and.not.include('canvas');
    expect((await client.post(address, { adresse: 'https://x.dk' })).status).to.equal(403);
    for (const code of ['platform-frame-learned', 'platform-frame-allowed', 'platform-frame-forbidden'])
      await untilLogged(product, `"code":"${code}"`);
  });
});
