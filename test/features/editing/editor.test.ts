import { load } from 'cheerio';
import { expect } from 'chai';
import { createWebClient, enteredBy, formOf, type Visit, type WebClient } from '../../support/platform/webClient.ts';
import { testApp } from '../../support/testApp.ts';

type World = Awaited<ReturnType<typeof testApp>>;

const PREP = 'da/modul-1/forberedelse.yaml';

describe('the editors’ pages', function () {
  this.timeout(120_000);
  let world: World;
  before(async () => {
    world = await testApp({ at: '2026-11-23T09:00:00+01:00' });
  });
  after(() => world.close());

  const at = (path: string) => `${world.origin}/redaktion${path}`;
  const file = (path: string) => at(`/fil?${new URLSearchParams({ sti: path }).toString()}`);
  const signIn = async () => enteredBy(await world.deps.editors.link());
  const textIn = ({ html }: Visit) => load(html)('#text').text().replace(/^\n/, '');
  const told = ({ html }: Visit) => load(html)('#text-told').text();
  const messageIn = ({ html }: Visit) => load(html)('[role=status]').text();
  const send = async (client: WebClient, page: Visit, fields: Record<string, string>) =>
    client.post(file(PREP), { ...formOf(page).fields, ...fields });

  it('let nobody in without a link, which works once; and out again', async () => {
    const stranger = await createWebClient().get(at(''));
    expect(stranger.status).to.equal(401);
    expect(stranger.html).to.contain('npm run editors -- link');
    const link = await world.deps.editors.link();
    const client = createWebClient();
    const page = await client.follow(await client.submit(await client.get(link)));
    expect(load(page.html)('h1').text()).to.equal('Ret kurset');
    const other = createWebClient();
    expect((await other.submit(await other.get(link))).status).to.equal(401);
    const { action, fields } = formOf(page, 'form[action$="/log-ud"]');
    await client.post(action, fields);
    expect((await client.get(at(''))).status).to.equal(401);
  });

  it('list every text in both languages, with how hard it is to read', async () => {
    const client = await signIn();
    const $ = load((await client.get(at(''))).html);
    const hrefs = $('.editing__files a')
      .toArray()
      .map((one) => new URL($(one).attr('href') ?? '', world.origin).searchParams.get('sti'));
    expect(hrefs).to.include.members(['course.yaml', PREP, 'en/modul-1/forberedelse.yaml', 'da/persondata.md']);
    expect($('.editing__files').text()).to.contain('LIX');
    expect($('main').text()).to.contain('Ingen fejl i kladden');
    const week = $('.editing__fold').first();
    expect(week.find('summary').text()).to.match(
      /^Velkommen Uge 1 · 32 min\. \(\d+ med Vil du mere\?\) · LIX \d+ · 4\.\d{3} ord$/,
    );
    const rows = week.find('.editing__name').toArray();
    const names = rows.map((one) => $(one).contents().first().text().trim());
    expect(names.slice(0, 4), 'by what people read, as they meet it').to.deep.equal([
      'Velkommen',
      'Forbered dig til første gang',
      'Velkommen til kurset',
      'Godt, du er her',
    ]);
    expect($('#del-koereplaner').text()).to.equal('Køreplaner til webinarerne');
    expect($('.editing__fold[open]'), 'parts with faults').to.have.length(0);
  });

  it('find a text by words of it, in either language and case', async () => {
    const client = await signIn();
    const search = async (words: string) => {
      const $ = load((await client.get(at(`?${new URLSearchParams({ find: words }).toString()}`))).html);
      return { title: $('#fundet').text(), rows: $('[aria-labelledby=fundet] .editing__name').text() };
    };
    const danish = await search('MIN OPLADER UD I KØKKENET');
    expect(danish.title).to.equal('1 tekst har “MIN OPLADER UD I KØKKENET”');
    expect(danish.rows).to.contain('En handleplan for ro og kræfter').and.contain('Søvn og hvile');
    expect(danish.rows).to.contain('- Flytte min oplader ud i køkkenet');
    expect((await search('What you may hope for')).rows).to.contain('What you may hope for');
    expect((await search('findes slet ikke')).title).to.equal('Ingen tekst har “findes slet ikke”');
    expect((await search('og')).title).to.equal('De første 30 tekster med “og”');
  });

  it('tell a fault at its line before anything is saved, and keep what was written', async () => {
    const client = await signIn();
    const page = await client.get(file(PREP));
    const broken = textIn(page).replace('kind: prep', 'kind: findes-ikke');
    const checked = await send(client, page, { text: broken, intent: 'check' });
    expect(told(checked)).to.contain('Linje 1: kind er "findes-ikke". Brug prep,');
    expect(checked.html).not.to.contain('lang="en"');
    expect(textIn(checked)).to.equal(broken);
    const lower = await send(client, checked, { text: `\n\n${broken}`, intent: 'check' });
    expect(told(lower), 'the same words further down').to.contain('Linje 3: kind er "findes-ikke".');
    const mended = await send(client, lower, { text: textIn(page), intent: 'check' });
    expect(told(mended), 'as it was').not.to.contain('Linje');
    expect(textIn(await client.get(file(PREP)))).not.to.equal(broken);
  });

  it('show an editor’s change to a participant when it is published, and no sooner; and take it back', async () => {
    const client = await signIn();
    const mette = await world.arrive();
    const seen = async () => {
      const address = `${world.origin}${mette.home}/aktivitet/modul-1-forberedelse/trin/1`;
      return (await fetch(address, { headers: { cookie: mette.cookie } })).text();
    };
    const page = await client.get(file(PREP));
    const text = textIn(page).replace(/^title: .*$/m, 'title: Rettet i browseren');
    const saved = await client.follow(
      await send(client, page, { text: text.replaceAll('\n', '\r\n'), intent: 'save' }),
    );
    expect(messageIn(saved)).to.contain('Gemt i kladden');
    expect(textIn(saved)).to.equal(text);
    expect(await seen()).not.to.contain('Rettet i browseren');
    const preview = await client.get(at(`/vis?${new URLSearchParams({ sti: PREP }).toString()}`));
    expect(preview.html).to.contain('Rettet i browseren');
    expect(preview.headers.get('content-security-policy'))
      .to.contain("frame-ancestors 'self'")
      .and.contain("form-action 'none'");

    const publish = await client.get(at('/udgiv'));
    expect(load(publish.html)('.editing__new').text()).to.contain('title: Rettet i browseren');
    const fields = { ...formOf(publish).fields, note: 'Ny titel', hvem: 'alle' };
    const done = await client.follow(await client.post(at('/udgiv'), fields));
    expect(messageIn(done)).to.contain('Udgave 1 er udgivet');
    expect(load(done.html)('main').text()).to.match(/1 udgave fylder \d+(,\d)? MB i alt/);
    expect(await seen()).to.contain('Rettet i browseren');
    expect((await client.post(at('/udgiv'), fields)).status).to.equal(409);

    const difference = await client.get(at('/versioner/1'));
    expect(load(difference.html)('.editing__new').text()).to.contain('Rettet i browseren');
    const before = await client.get(at('/versioner/0/brug'));
    expect(load(before.html)('.editing__old').text(), 'what is to change').to.contain('Rettet i browseren');
    const { _csrf = '' } = formOf(before).fields;
    const back = await client.follow(await client.post(at('/versioner/0/brug'), { _csrf }));
    expect(back.html).to.contain('Udgave 0 igen');
    expect(await seen()).not.to.contain('Rettet i browseren');
    expect((await client.post(at('/versioner/77/brug'), { _csrf })).status).to.equal(404);
  });

  it('compare any two versions, and the draft with any, in either direction', async () => {
    const client = await signIn();
    const compare = async (from: string, to: string) => {
      const $ = load(
        (await client.get(at(`/sammenlign?${new URLSearchParams({ fra: from, til: to }).toString()}`))).html,
      );
      const [heading, chosen] = [
        $('main h2').first().text(),
        $('option[selected]')
          .toArray()
          .map((one) => $(one).val()),
      ];
      return {
        heading,
        chosen,
        came: $('.editing__new').text(),
        went: $('.editing__old').text(),
        all: $('main').text(),
      };
    };
    const published = world.deps.served.published().length;
    const path = 'da/modul-3/forberedelse.yaml';
    const retitle = async (title: string) => {
      const page = await client.get(file(path));
      const text = textIn(page).replace(/^title: .*$/m, `title: ${title}`);
      await client.post(file(path), { ...formOf(page).fields, text, intent: 'save' });
    };
    for (const title of ['Den første', 'Den anden']) {
      await retitle(title);
      const page = await client.get(at('/udgiv'));
      await client.post(at('/udgiv'), { ...formOf(page).fields, note: title, hvem: 'alle' });
    }
    await retitle('Den tredje');
    const [first, second] = [String(published + 1), String(published + 2)];
    const far = await compare('0', second);
    expect(far.came).to.contain('Den anden').and.not.contain('Den første');
    expect(far.heading).to.equal(`Fra udgave 0 til udgave ${second}`);
    expect(far.chosen).to.deep.equal(['0', second]);
    const back = await compare(second, first);
    expect([back.came.includes('Den første'), back.went.includes('Den anden')]).to.deep.equal([true, true]);
    expect(back.all).to.contain('1 fil er anderledes.');
    const draft = await compare(first, 'kladde');
    expect(draft.came).to.contain('Den tredje');
    expect(draft.went).to.contain('Den første');
    expect(draft.heading).to.equal(`Fra udgave ${first} til kladden`);
    expect((await compare(first, first)).all).to.contain('Der er ingen forskel.');
    const open = load((await client.get(at('/sammenlign'))).html);
    expect(open('main h2').first().text(), 'what is in use and the draft').to.equal(`Fra udgave ${second} til kladden`);
    expect(open(`#fra option[value="${second}"]`).text()).to.match(/: Den anden \(bruges nu\)$/);
    for (const wrong of ['77', 'x', ''])
      expect((await client.get(at(`/sammenlign?fra=${wrong}&til=0`))).status, wrong).to.equal(404);
    expect((await client.get(at('/versioner'))).html).to.contain('href="/redaktion/sammenlign"');
  });

  it('mark the words that are new in a line, and those that are gone, with a way to the text', async () => {
    const client = await signIn();
    const path = 'da/modul-2/forberedelse.yaml';
    const page = await client.get(file(path));
    const text = textIn(page).replace(/^title: (.*)$/m, 'title: Lige nu: $1');
    await client.post(file(path), { ...formOf(page).fields, text, intent: 'save' });
    const $ = load((await client.get(at('/udgiv'))).html);
    const change = $('.editing__part').filter((_index, one) => $(one).find('h3').text().includes('Lige nu'));
    expect(change.find('.editing__new strong').text().trim()).to.equal('Lige nu:');
    expect(change.find('.editing__old strong').text()).to.equal('');
    expect(change.find('h3 a').attr('href')).to.contain(encodeURIComponent(path));
    expect(change.find('h3').text()).to.match(/^Hjælp dig selv på vej: Lige nu: .* \(dansk\)$/);
  });

  it('show the page for people who want more as they read it', async () => {
    const client = await signIn();
    const path = 'da/modul-1/vil-du-mere.yaml';
    expect((await client.get(file(path))).html).to.contain('/redaktion/vis?');
    const preview = await client.get(at(`/vis?${new URLSearchParams({ sti: path }).toString()}`));
    expect(load(preview.html)('main h2').text()).to.include('Dennis og døren').and.to.include('Sider, der passer til');
  });

  it('lose neither text where two editors meet', async () => {
    const [one, two] = [await signIn(), await signIn()];
    const path = 'da/svaere-stunder.md';
    const [first, second] = [await one.get(file(path)), await two.get(file(path))];
    const whole = textIn(first);
    const post = (client: WebClient, page: Visit, text: string) =>
      client.post(file(path), { ...formOf(page).fields, text, intent: 'save' });
    expect((await post(one, first, `${whole}\nDen enes linje.\n`)).status).to.equal(303);
    const met = await post(two, second, `${whole}\nDen andens linje.\n`);
    expect(met.status).to.equal(409);
    expect(textIn(met)).to.contain('Den andens linje.').and.not.contain('Den enes linje.');
    expect(load(met.html)('#theirs').text()).to.contain('Den enes linje.');
    expect(load(met.html)('.editing__new').text()).to.contain('Den andens linje.');
    const both = `${whole}\nDen enes linje.\n\nDen andens linje.\n`;
    const saved = await two.follow(await post(two, met, both));
    expect(textIn(saved)).to.equal(both);
    const earlier = load(saved.html)('a[href*="udgave="]').first().attr('href') ?? '';
    expect(textIn(await two.get(new URL(earlier, world.origin).href))).to.equal(`${whole}\nDen enes linje.\n`);
  });

  it('give a text back whose session has ended, or has begun again elsewhere', async () => {
    const client = await signIn();
    const page = await client.get(file(PREP));
    const text = `${textIn(page)}# Nattens arbejde\n`;
    await world.deps.editors.endAll();
    const ended = await send(client, page, { text, intent: 'save' });
    expect(ended.status).to.equal(401);
    expect(load(ended.html)('#kept').text()).to.contain('Nattens arbejde');
    await client.follow(await client.submit(await client.get(await world.deps.editors.link())));
    const refused = await send(client, page, { text, intent: 'save' });
    expect(refused.status).to.equal(403);
    expect(textIn(refused)).to.equal(text);
    const saved = await client.follow(await send(client, refused, { text, intent: 'save' }));
    expect(messageIn(saved)).to.contain('Gemt i kladden');
  });

  it('show nobody’s words to one who did not write them, and read few long forms of those who are not signed in', async () => {
    const post = (text: string, site: string) =>
      createWebClient().post(file(PREP), { text, intent: 'save' }, { 'sec-fetch-site': site });
    expect((await post('Ring til os', 'cross-site')).html).to.not.contain('Ring til os');
    const long = 'Ord '.repeat(10_000);
    for (let time = 0; time < 30; time += 1) expect((await post(long, 'same-origin')).status).to.equal(401);
    expect((await post(long, 'same-origin')).status).to.equal(429);
    const client = await signIn();
    const page = await client.get(file(PREP));
    expect((await send(client, page, { text: `${textIn(page)}# ${long}`, intent: 'check' })).status).to.equal(200);
  });

  it('reach no file outside the course', async () => {
    const client = await signIn();
    for (const path of ['../package.json', '/etc/passwd', 'da/../../package.json', 'media/velkommen.mp4', 'da/ny.yaml'])
      expect((await client.get(file(path))).status, path).to.equal(404);
  });
});
