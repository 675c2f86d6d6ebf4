import { load } from 'cheerio';
import { expect } from 'chai';
import type { JWTPayload } from 'jose';
import { people, type Platform, startPlatform } from '../../support/platform/startPlatform.ts';
import { createWebClient } from '../../support/platform/webClient.ts';
import { type Product, startProduct } from '../../support/product.ts';

const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const NRPS = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';
function without(...names: string[]) {
  return (claims: JWTPayload): JWTPayload =>
    Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
}

describe('a course room that leaves services out', function () {
  this.timeout(60_000);
  let product: Product;
  let platform: Platform;
  before(async () => {
    product = await startProduct({ SANDBOX: 'off' });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });

  const frontFor = async (person: string): Promise<string> => {
    const { page, client } = await platform.launch({ person, activity: 'modul-1-forberedelse' });
    const home = new URL(page.url).pathname.replace(/aktivitet\/.*/, '');
    return load((await client.get(new URL(home, page.url).href)).html)('main')
      .text()
      .replace(/\s+/g, ' ');
  };
  const settings = [
    'IMS LTI Assignment and Grade Services',
    'IMS LTI Names and Role Provisioning',
    'Share launcher’s name',
  ];

  it('is not reported if only names are left out, as a course may want', async () => {
    platform.misbehave.claims = without('name', 'given_name', 'family_name');
    expect(await frontFor(people.instructor)).not.to.include('Kursussystemet deler ikke alt');
  });

  it('is reported to staff, in the words of Moodle’s own page, until they are there', async () => {
    platform.misbehave.claims = without(AGS, NRPS, 'name', 'given_name', 'family_name');
    for (const person of [people.instructor, people.administrator]) {
      const words = await frontFor(person);
      for (const setting of settings) expect(words, person).to.include(setting);
    }
    expect(await frontFor(people.mette), 'not to participants').not.to.include('IMS LTI');
    platform.misbehave.claims = undefined;
    const words = await frontFor(people.instructor);
    for (const setting of settings) expect(words).not.to.include(setting);
  });
});

describe('registration’s own pages', function () {
  this.timeout(60_000);
  let product: Product;
  before(async () => (product = await startProduct({ SANDBOX: 'off', REGISTRATION: 'invite' })));
  after(() => product.remove());

  it('speak to whoever looks after the course system', async () => {
    const client = createWebClient();
    const { status, html } = await client.get(`${product.url}/lti/register?invite=used`);
    const words = load(html)('body').text();
    expect(status).to.equal(403);
    expect(load(html)('[data-code]').attr('data-code')).to.equal('registration-invite');
    expect(words).to.include('den, der passer kursussystemet');
    expect(words).not.to.match(/instruktør|ikke gjort noget forkert|Gå tilbage til kurset/);
  });
});
