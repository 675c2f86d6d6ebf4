import { load } from 'cheerio';
import { expect } from 'chai';
import { problemNumbers } from '../../src/text/problemNumbers.ts';
import { factsOf, testApp } from '../support/testApp.ts';

const returnUrl = 'https://kursus.example/course/view.php?id=4';

describe('a page of a fault', () => {
  let world: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    world = await testApp({ at: '2026-11-23T09:00:00Z' });
  });
  after(() => world.close());

  const seen = async (path: string, cookie = '') => {
    const answer = await fetch(world.origin + path, { headers: { accept: 'text/html', cookie } });
    const $ = load(await answer.text());
    return {
      status: answer.status,
      number: $('.problem-code').text().replace(/\D/g, ''),
      code: $('.problem-code').attr('data-code'),
      header: $('.site-header a.header-link').attr('href') ?? '',
      ways: $('main .actions a')
        .toArray()
        .map((link) => ({
          label: $(link).text(),
          href: $(link).attr('href'),
          primary: $(link).hasClass('button-primary'),
        })),
    };
  };
  const toCourse = (primary: boolean) => ({ label: 'Tilbage til kurset', href: returnUrl, primary });

  for (const page of ['findes-ikke', 'aktivitet/modul-3-forberedelse/trin/6', 'vaerktoejskasse/findes-ikke'])
    it(`leads a participant to their week and to the course: ${page}`, async () => {
      const { cookie, home } = await world.arrive({ returnUrl });
      expect(await seen(`${home}/${page}`, cookie)).to.deep.equal({
        status: 404,
        number: '11',
        code: 'not-found',
        header: returnUrl,
        ways: [{ label: 'Til min uge', href: `${home}/`, primary: true }, toCourse(false)],
      });
    });

  describe('where the browser has no session any more', () => {
    const inCourse = async (authEndpoint: string, context: string) => {
      const facts = { ...factsOf('https://kursus.example'), clientId: authEndpoint + context, authEndpoint };
      const { id } = await world.deps.lti.platforms.add(facts);
      return world.arrive({ platform: id, context: { id: context, title: 'Hold Nord' } });
    };
    const moodle = 'https://kursus.example/mod/lti/auth.php';

    it('leads to the course of the room, in a Moodle', async () => {
      const { home } = await inCourse(moodle, '4');
      const page = await seen(`${home}/aktivitet/modul-1-forberedelse/trin/1`);
      expect(page).to.include({ status: 401, code: 'session-ended', header: returnUrl });
      expect(page.ways).to.deep.equal([toCourse(true)]);
      expect((await seen('/rum/findes-ikke/')).ways).to.deep.equal([]);
    });

    it('leads there from the page that says that what was written is saved', async () => {
      const { home, cookie } = await inCourse(moodle, '5');
      const address = `${world.origin}${home}/aktivitet/modul-1-forberedelse/trin/3`;
      const form = load(await (await fetch(address, { headers: { cookie } })).text())('#activity');
      const body = new URLSearchParams({
        ...Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value])),
        'answer.haab': 'Ro',
        intent: 'next',
      });
      const $ = load(await (await fetch(address, { method: 'POST', body })).text());
      expect($('h1').text()).to.equal('Din tekst er gemt');
      const way = $('main .actions a');
      expect([way.text(), way.attr('href'), way.attr('target')]).to.deep.equal([
        'Tilbage til kurset',
        'https://kursus.example/course/view.php?id=5',
        '_top',
      ]);
    });

    it('leads nowhere where that is not known', async () => {
      for (const [authEndpoint, context] of [
        ['https://kursus.example/oidc', '4'],
        [moodle, '4&x=1'],
      ] as const)
        expect((await seen(`${(await inCourse(authEndpoint, context)).home}/`)).ways).to.deep.equal([]);
    });
  });

  it('leads an instructor to the class', async () => {
    const { cookie, home } = await world.arrive({ returnUrl, role: 'instructor' });
    const { ways } = await seen(`${home}/findes-ikke`, cookie);
    expect(ways.map(({ label }) => label)).to.deep.equal(['Til holdets uge', 'Tilbage til kurset']);
  });

  it('sends staff to the people who run the tool, not to an instructor, here and on every page of the room', async () => {
    const helpOf = async (role: 'participant' | 'instructor' | 'administrator' | 'builder', page: string) => {
      const { cookie, home } = await world.arrive({ role, person: { subject: role, name: '' } });
      return load(await (await fetch(`${world.origin}${home}/${page}`, { headers: { cookie } })).text())('.site-footer')
        .find('p')
        .first()
        .text();
    };
    for (const page of ['', 'findes-ikke']) {
      expect(await helpOf('participant', page)).to.include('Skriv til din instruktør');
      for (const role of ['instructor', 'administrator', 'builder'] as const)
        expect(await helpOf(role, page), role)
          .to.include('Skriv til dem, der driver')
          .and.not.include('instruktør');
    }
  });

  it('leads to the course when the session is over, by the address that the launch gave', async () => {
    const { cookie, home } = await world.arrive({ returnUrl });
    world.pass(5 * 60 * 60 * 1000);
    const page = await seen(`${home}/`, cookie);
    expect(page).to.deep.include({ status: 401, number: '13', code: 'session-ended', ways: [toCourse(true)] });
  });

  it('leads nowhere by an address that no launch gave', async () => {
    const { cookie, home } = await world.arrive({ returnUrl });
    const [name = '', token = ''] = cookie.split('=');
    const [head, body = '', signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, returnUrl: 'https://evil.example/' })).toString('base64url');
    const page = await seen(`${home}/`, `${name}=${[head, forged, signature].join('.')}`);
    expect(page).to.deep.include({ status: 401, header: '', ways: [] });
    const other = await seen('/rum/AAAAAAAAAAAAAAAAAAAAAA/', cookie);
    expect(other).to.deep.include({ status: 401, header: '', ways: [] });
  });

  it('leads to the front outside any room', async () => {
    const page = await seen('/findes-ikke');
    expect(page.ways).to.deep.equal([{ label: 'Til forsiden', href: '/', primary: true }]);
  });

  it('has a number of its own for each code', () => {
    const numbers = Object.values(problemNumbers);
    expect(new Set(numbers).size).to.equal(numbers.length);
  });
});
