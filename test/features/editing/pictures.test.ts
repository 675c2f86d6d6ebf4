import { load } from 'cheerio';
import { expect } from 'chai';
import { enteredBy, formOf, type WebClient } from '../../support/platform/webClient.ts';
import { testApp } from '../../support/testApp.ts';

type World = Awaited<ReturnType<typeof testApp>>;

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h1" fill="#5a2a5e"/></svg>';

describe('pictures of the course', function () {
  this.timeout(60_000);
  let world: World;
  let editor: WebClient;
  before(async () => {
    world = await testApp({ at: '2026-11-23T09:00:00+01:00' });
    editor = await enteredBy(await world.deps.editors.link());
    await world.deps.draft.save('media/ny.svg', '', Buffer.from(DRAWING));
  });
  after(() => world.close());

  const at = (path: string) => `${world.origin}${path}`;
  const naming = (path: string) => at(`/redaktion/navn?${new URLSearchParams({ sti: path }).toString()}`);
  const told = async (name: string) => {
    const $ = load((await editor.get(at('/redaktion/medier'))).html);
    const one = $('.editing__pictures > li').filter((_index, li) => $(li).children('span').first().text() === name);
    const links = one.find('.details a').toArray();
    return {
      used: (one.find('summary').text() || one.children('span').last().text()).trim(),
      places: one
        .find('.details li')
        .toArray()
        .map((li) => $(li).text()),
      hrefs: links.map((link) => $(link).attr('href') ?? ''),
    };
  };

  it('tell the files and the steps that show them, and lead there', async () => {
    const poster = await told('velkommen.webp');
    expect(poster.used).to.equal('Bruges 1 sted');
    expect(poster.places).to.deep.equal(['Velkommen: Forbered dig til første gang (dansk): Godt, du er her']);
    expect(poster.hrefs).to.have.length(2);
    const [file = '', step = ''] = poster.hrefs;
    expect(load((await editor.get(at(file))).html)('h1').text()).to.equal('Forbered dig til første gang');
    const page = load((await editor.get(at(step))).html);
    const preview = await editor.get(at(page('iframe[name=preview]').attr('src') ?? ''));
    expect(load(preview.html)('h1').text()).to.equal('Godt, du er her');
    const person = await told('medkursister/lone.svg');
    expect(person.used).to.match(/^Bruges \d+ steder$/);
    expect(person.places).to.include.members([
      'Velkommen: Mød en medkursist (dansk): Lone',
      'Velkommen: Mød en medkursist (dansk): Morgenen hos Lone',
    ]);
    expect(new Set(person.places).size).to.equal(person.places.length);
    const scene = person.hrefs.find((href) => href.includes('trin=')) ?? '';
    expect(load((await editor.get(at(scene))).html)('iframe[name=preview]').attr('src')).to.match(/trin=\d+$/);
  });

  it('that are used nowhere say so, and can be removed', async () => {
    expect((await told('ny.svg')).used).to.equal('Bruges ingen steder');
    const page = await editor.get(naming('media/ny.svg'));
    const removed = await editor.post(naming('media/ny.svg'), { ...formOf(page, 'main form').fields, intent: 'slet' });
    expect(removed.status).to.equal(303);
    expect((await world.deps.draft.files()).has('media/ny.svg')).to.equal(false);
  });

  it('that are used cannot be removed, and the places are named', async () => {
    const path = 'media/velkommen.webp';
    const page = await editor.get(naming(path));
    expect(load(page.html)('button[value=slet]').length).to.equal(0);
    expect(load(page.html)('.alert-warning').text()).to.contain('Den bliver brugt').and.contain('Godt, du er her');
    const forced = await editor.post(naming(path), { ...formOf(page, 'main form').fields, intent: 'slet' });
    expect(forced.status).to.equal(409);
    expect((await world.deps.draft.files()).has(path)).to.equal(true);
  });

  it('that only a file outside the course names are not removed either: it would be broken when it comes back', async () => {
    await world.deps.draft.save('media/gemt.svg', '', Buffer.from(DRAWING));
    await world.deps.draft.save('da/gemt.yaml', '', Buffer.from('title: Gemt til senere\npicture: gemt.svg\n'));
    const page = await editor.get(naming('media/gemt.svg'));
    expect(load(page.html)('.alert-warning a').attr('href')).to.contain(encodeURIComponent('da/gemt.yaml'));
    const forced = await editor.post(naming('media/gemt.svg'), { ...formOf(page, 'main form').fields, intent: 'slet' });
    expect(forced.status).to.equal(409);
  });
});
