import { expect } from 'chai';
import type { Courses, Extra } from '../../../src/content/course.ts';
import { courses as threeWeeks } from '../room/course.ts';
import { roomWorld, type Page, type RoomWorld } from '../room/world.ts';

const extra: Extra = {
  id: 'modul-1-vil-du-mere',
  title: 'Når troen skal vokse',
  intro: 'Mød Dennis.',
  parts: [
    { id: 'eksempel', title: 'Dennis', minutes: 5, html: '<p>Han går.</p><h2>Trin</h2>', words: 3, isHeavy: true },
    { id: 'ro', title: 'Stolen', minutes: 4, html: '<p>Sid ned.</p>', words: 2, isSlow: true },
  ],
  pages: ['stress'],
};

/** The course with more to read in its first week, which is the Danish of an English room too. */
const courses: Courses = {
  da: {
    ...threeWeeks.da,
    modules: threeWeeks.da.modules.map((module, at) => (at === 0 ? { ...module, extra } : module)),
  },
};

describe('more for people who want it', () => {
  let world: RoomWorld;
  beforeEach(async () => {
    world = await roomWorld(courses);
  });
  afterEach(() => world.close());

  const linkIn = ({ $ }: Page) => $('.extra-offer a').attr('href');

  it('is one press from Min uge and from the page of the week, below what the week asks for', async () => {
    const mette = await world.arrive();
    for (const path of [mette.home, `${mette.home}uge/1`]) {
      const page = await mette.open(path);
      expect(linkIn(page), path).to.equal(`${mette.home}vil-du-mere/modul-1`);
      expect(page.words.indexOf('Vil du mere?'), path).to.be.above(page.words.indexOf('Forberedelse 1'));
      expect(page.$('.extra-offer').text()).to.include('Du mangler ikke noget').and.to.include('Cirka 10 minutter');
    }
    expect(linkIn(await mette.open(`${mette.home}uge/2`))).to.equal(undefined);
  });

  it('shows its parts with their time, the pages that go with it, and whom to call at what is heavy', async () => {
    const mette = await world.arrive();
    const page = await mette.open(`${mette.home}vil-du-mere/modul-1`);
    expect(page.h1).to.equal('Når troen skal vokse');
    expect(
      page
        .$('h2')
        .toArray()
        .map((heading) => page.$(heading).text()),
    ).to.deep.equal(['Dennis', 'Stolen', 'Sider, der passer til']);
    expect(page.$('h3').text()).to.equal('Trin');
    expect(page.words).to.include('Her er ikke noget, du skal').and.to.include('Det hele tager cirka 10 minutter.');
    expect(page.$('#eksempel').closest('section').next('.hard-moments').text()).to.include('Ring 112');
    expect(page.$(`a[href="${mette.home}vaerktoejskasse/stress"]`).text()).to.equal('Stress');
    expect(page.$('main textarea, main input:not([type=hidden])').length).to.equal(0);
  });

  it('counts as nothing: the week is done without it, and the page leaves no trace', async () => {
    const mette = await world.arrive();
    const before = await mette.open(mette.home);
    await mette.open(`${mette.home}vil-du-mere/modul-1`);
    const after = await mette.open(mette.home);
    expect(after.words).to.equal(before.words);
    expect(await world.responses.ofPerson(mette.room.id, mette.person.id)).to.deep.equal([]);
  });

  for (const role of ['instructor', 'administrator'] as const) {
    it(`is open to an ${role}`, async () => {
      const someone = await world.arrive({ role });
      expect((await someone.open(`${someone.home}vil-du-mere/modul-1`)).h1).to.equal('Når troen skal vokse');
    });
  }

  it('says so where a module has none, or is not there', async () => {
    const mette = await world.arrive();
    for (const module of ['modul-2', 'findes-ikke'])
      expect((await mette.open(`${mette.home}vil-du-mere/${module}`)).status, module).to.equal(404);
  });

  it('is marked as Danish where the page around it is in English', async () => {
    const mette = await world.arrive({ language: 'en' });
    const page = await mette.open(`${mette.home}vil-du-mere/modul-1`);
    expect(page.$('.extra h1').attr('lang')).to.equal('da');
    expect(page.words).to.include('Nothing here is a must.');
  });
});
