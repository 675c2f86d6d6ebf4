import { expect } from 'chai';
import { headingOf } from '../../support/participant.ts';
import { people } from '../../support/platform/startPlatform.ts';
import { createWebClient, type Visit, type WebClient } from '../../support/platform/webClient.ts';
import { $of, choicesOf, pickerWorld, sentBy, type PickerWorld } from './world.ts';

const minute = 60_000;

describe('the picker', () => {
  let world: PickerWorld;
  before(async () => {
    world = await pickerWorld();
  });
  after(() => world.close());

  type Chosen = string | Record<string, string>;
  const choose = (client: WebClient, page: Visit, chosen: Chosen) =>
    client.submit(page, typeof chosen === 'string' ? { choice: chosen } : chosen);
  const activitiesOf = (page: Visit) =>
    sentBy(page).items.map(({ custom }) => (custom as { activity: string } | undefined)?.activity);

  it('offers the whole course in three shapes, then each week, each activity, pages and a way out', async () => {
    const { page } = await world.choosing();
    expect(headingOf(page)).to.equal('Hvad skal med i dit kursus?');
    expect(choicesOf(page)).to.deep.equal({
      'kursus-en': 'Læg ét link ind',
      'kursus-uger': 'Læg alle uger ind',
      'kursus-alle': 'Læg alle aktiviteter ind',
      'uge-1': 'Læg ugen ind som ét link: Uge 1: Emne 1',
      'uge.modul-1': 'Læg dem alle ind Emne 1(2 aktiviteter)',
      'aktivitet.nummer-1': 'Læg ind: Nummer 1',
      'aktivitet.nummer-2': 'Læg ind: Nummer 2',
      'uge-2': 'Læg ugen ind som ét link: Uge 2: Emne 2',
      'aktivitet.nummer-3': 'Læg ind: Nummer 3',
      forsiden: 'Læg ind: Min uge',
      vaerktoejskassen: 'Læg ind: Værktøjskassen',
      humoerdagbogen: 'Læg ind: Humørdagbog',
      fortryd: 'Fortryd',
    });
    expect($of(page)('main').text())
      .to.include('2 links, et for hver uge.')
      .and.include('3 links, i den rigtige rækkefølge.');
    expect($of(page)('.site-header').text()).not.to.include('Tilbage til kurset');
  });

  it('places a page without a grade', async () => {
    const { client, page } = await world.choosing();
    const [item] = sentBy(await choose(client, page, 'humoerdagbogen')).items;
    expect(item).to.deep.include({ title: 'Humørdagbog', custom: { activity: 'humoerdagbog' } });
    expect(item).not.to.have.property('lineItem');
  });

  it('says nothing of the selection’s settings to the browser', async () => {
    const { launched, page } = await world.choosing({ data: 'the-note-of-the-platform' });
    const address = String(launched.headers.get('location'));
    expect(address).to.match(/^\/rum\/[\w-]{22}\/vaelg\/[\w-]{24}$/);
    expect(page.html).not.to.match(/the-note|valgt\?id/);
  });

  it('sends the whole course in course order, each activity with its grade column', async () => {
    const { client, page } = await world.choosing();
    const sending = await choose(client, page, 'kursus-alle');
    const { items } = sentBy(sending);
    expect(activitiesOf(sending)).to.deep.equal(['nummer-1', 'nummer-2', 'nummer-3']);
    for (const item of items) {
      const activity = (item['custom'] as { activity: string }).activity;
      expect(item).to.have.all.keys('type', 'title', 'text', 'icon', 'custom', 'lineItem');
      expect(item['lineItem']).to.include({ scoreMaximum: 100, resourceId: activity, tag: 'prep' });
    }
  });

  it('puts Min uge first, without a column, where that is asked for', async () => {
    const { client, page } = await world.choosing();
    const { items } = sentBy(await choose(client, page, { choice: 'kursus-alle', front: '1' }));
    expect(items[0]).to.include({ title: 'Min uge' });
    expect(items[0]).not.to.have.any.keys('custom', 'lineItem', 'url');
    expect(items).to.have.length(4);
  });

  const singles: [choice: string, activities: (string | undefined)[]][] = [
    ['kursus-en', [undefined]],
    ['uge-1', ['uge-1']],
    ['uge.modul-1', ['nummer-1', 'nummer-2']],
    ['aktivitet.nummer-3', ['nummer-3']],
    ['forsiden', [undefined]],
    ['fortryd', []],
  ];
  for (const [choice, expected] of singles) {
    it(`sends what "${choice}" stands for`, async () => {
      const { client, page } = await world.choosing();
      expect(activitiesOf(await choose(client, page, choice))).to.deep.equal(expected);
    });
  }

  it('lets this one page’s form go to the platform, and nothing else', async () => {
    const { client, page } = await world.choosing();
    const policy = (visit: Visit) => /form-action [^;]*/.exec(visit.headers.get('content-security-policy') ?? '')?.[0];
    expect(policy(page)).to.equal("form-action 'self'");
    const sending = await choose(client, page, 'kursus-alle');
    expect(policy(sending)).to.equal(`form-action ${new URL(world.platform.issuer).origin}`);
    expect(sending.headers.get('cache-control')).to.equal('no-store');
    const form = $of(sending)('form');
    expect(form.attr('action')).to.match(new RegExp(`^${world.platform.issuer}/valgt`));
    expect(form.find('button').text()).to.equal('Send til kurset');
  });

  it('is taken by a strict platform, which makes the activities', async () => {
    const { client, page } = await world.choosing();
    const before = (await world.platform.course.activities()).length;
    const taken = await client.submit(await choose(client, page, 'kursus-alle'));
    expect(taken.status).to.equal(200);
    const made = (await world.platform.course.activities()).slice(before);
    expect(made.map(({ title }) => title)).to.deep.equal(['Uge 1: Nummer 1', 'Uge 1: Nummer 2', 'Uge 2: Nummer 3']);
  });

  it('chooses in the other language where the instructor says so', async () => {
    const { client, page } = await world.choosing();
    const href = $of(page)('.site-header a[hreflang=en]').attr('href');
    const english = await client.get(new URL(href ?? '', page.url).href);
    expect($of(english)('html').attr('lang')).to.equal('en');
    expect(headingOf(english)).to.equal('What should be in your course?');
    const titles = sentBy(await choose(client, english, 'uge.modul-2')).items.map(({ title }) => title);
    expect(titles).to.deep.equal(['Week 2: Number 3']);
  });

  it('shows an activity before it is chosen: every question, and nothing to fill in or keep', async () => {
    const { client, page } = await world.choosing();
    const link = $of(page)('a[href*="/vis/nummer-2"]');
    expect(link.text()).to.equal('Se først: Nummer 2');
    const preview = await client.get(new URL(link.attr('href') ?? '', page.url).href);
    const $ = $of(preview);
    expect(headingOf(preview)).to.equal('Nummer 2');
    expect(
      $('h3')
        .map((_, heading) => $(heading).text().trim())
        .get(),
    ).to.include('Hvad fylder lige nu? (skal besvares)');
    expect($('main').text()).to.include('Deltageren vælger på en skala.');
    expect($('textarea, input:not([type=hidden])')).to.have.length(0);
    expect(activitiesOf(await choose(client, preview, 'aktivitet.nummer-2'))).to.deep.equal(['nummer-2']);
  });

  it('offers one thing at a time where the platform takes one, and takes no more', async () => {
    for (const accept_multiple of [false, 'false', undefined]) {
      const { client, page } = await world.choosing({ accept_multiple });
      expect(choicesOf(page)).not.to.have.any.keys('kursus-uger', 'kursus-alle', 'uge.modul-1');
      expect($of(page)('main').text()).to.include('tager én aktivitet ad gangen');
      const refused = await choose(client, page, 'kursus-alle');
      expect(refused.status).to.equal(422);
      expect($of(refused)('.error-summary').text()).to.include('Vælg igen');
      expect(activitiesOf(await choose(client, refused, 'aktivitet.nummer-1'))).to.deep.equal(['nummer-1']);
    }
  });

  it('tells that there will be no columns where the platform wants none', async () => {
    const { client, page } = await world.choosing({ accept_lineitem: false });
    expect($of(page)('main').text()).to.include('vil ikke have kolonner');
    for (const item of sentBy(await choose(client, page, 'kursus-alle')).items)
      expect(item).not.to.have.property('lineItem');
  });

  it('says so where the platform takes no activities, and goes back with word of it', async () => {
    const { client, page } = await world.choosing({ accept_types: ['file', 'html'] });
    expect(page.status).to.equal(400);
    expect(headingOf(page)).to.equal('Kurset kan ikke tage imod aktiviteter her');
    const { payload, items } = sentBy(await choose(client, page, 'fortryd'));
    expect(items).to.deep.equal([]);
    expect(payload['https://purl.imsglobal.org/spec/lti-dl/claim/errormsg']).to.match(/^Her kan man ikke/);
    expect(payload['https://purl.imsglobal.org/spec/lti-dl/claim/errorlog']).to.match(/ltiResourceLink/);
  });

  it('shows what was pressed by mistake as a mistake', async () => {
    const { client, page } = await world.choosing();
    for (const choice of ['', 'aktivitet.findes-ikke', 'uge.', '__proto__']) {
      expect((await choose(client, page, choice)).status).to.equal(422);
    }
  });

  it('sends the same again for the same press, and says so for another', async () => {
    const { client, page } = await world.choosing();
    const first = await choose(client, page, 'kursus-alle');
    expect(sentBy(await choose(client, page, 'kursus-alle')).payload).to.deep.equal(sentBy(first).payload);
    const other = await choose(client, page, 'fortryd');
    expect(other.status).to.equal(410);
    expect(headingOf(other)).to.equal('Dit valg er allerede sendt');
    expect((await client.get(page.url)).status).to.equal(410);
  });

  it('keeps two tabs apart', async () => {
    const first = await world.choosing({ data: 'one' });
    const second = await world.choosing({ data: 'two' }, { client: first.client });
    const data = (page: Visit) => sentBy(page).payload['https://purl.imsglobal.org/spec/lti-dl/claim/data'];
    expect(data(await choose(first.client, first.page, 'kursus-alle'))).to.equal('one');
    expect(data(await choose(first.client, second.page, 'forsiden'))).to.equal('two');
  });

  it('is not for participants, nor for an instructor’s colleague, nor for a stranger', async () => {
    const { page } = await world.choosing();
    const participant = await world.platform.launch({ person: people.mette, activity: 'Min uge' });
    expect((await participant.client.get(page.url)).status).to.equal(404);
    const colleague = await world.choosing({}, { person: people.administrator });
    expect((await colleague.client.get(page.url)).status).to.equal(410);
    expect((await createWebClient().get(page.url)).status).to.equal(401);
  });

  it('needs the form’s own secret', async () => {
    const { client, page } = await world.choosing();
    expect((await choose(client, page, { choice: 'kursus-alle', _csrf: 'guessed' })).status).to.equal(401);
  });

  it('is over after four hours', async () => {
    const { client, page } = await world.choosing();
    world.pass(239 * minute);
    expect((await client.get(page.url)).status).to.equal(200);
    world.pass(2 * minute);
    expect((await choose(client, page, 'kursus-alle')).status).to.equal(410);
  });
});
