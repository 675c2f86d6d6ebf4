import { expect } from 'chai';
import { needOf } from '../../../src/features/toolbox/needs.ts';
import { findTools } from '../../../src/features/toolbox/search.ts';
import { shippedCourse } from '../../support/shippedCourse.ts';
import { courses } from '../room/course.ts';
import { roomWorld, type Page, type RoomWorld } from '../room/world.ts';

const tools = courses.da.toolbox?.tools ?? [];
function found(query: string) {
  return findTools(tools, query).map(({ id }) => id);
}
function shown({ $ }: Page) {
  return $('.tools__item :is(h2, h3)')
    .toArray()
    .map((title) => $(title).text());
}

describe('what the tools are needed for', () => {
  it('is said of every tool of the course, in a part of its own', async () => {
    const course = await shippedCourse();
    const ids = course.da.toolbox?.tools.map(({ id }) => id) ?? [];
    expect(ids).to.have.length.above(15);
    expect(ids.filter((id) => needOf(id) === 'more')).to.deep.equal([]);
  });
});

describe('the search of the toolbox', () => {
  for (const query of ['søvn', 'SØVN', 'soevn', 'sovn', ' søvn ']) {
    it(`finds søvn by "${query}", the one with that name first`, () => {
      expect(found(query)).to.deep.equal(['soevn', 'stress']);
    });
  }

  it('finds å by aa and by a, and accents without them', () => {
    for (const query of ['stå', 'staa', 'sta op']) expect(found(query), query).to.deep.equal(['soevn']);
    expect(found('andre')).to.deep.equal(['stress']);
  });

  it('shows a tool that is about it before a tool that only mentions it', () => {
    const [soevn, stress] = tools;
    if (!soevn || !stress) throw new Error('the course has tools');
    const about = { ...stress, words: 'Om nakken.', keywords: ['nakken'] };
    const mentions = { ...soevn, words: 'Pas på nakken.' };
    expect(findTools([mentions, about], 'nakken').map(({ id }) => id)).to.deep.equal(['stress', 'soevn']);
  });

  it('wants every word', () => {
    expect(found('søvn vækkeur')).to.deep.equal(['soevn']);
    expect(found('søvn tallerken')).to.deep.equal([]);
  });

  it('shows everything where nothing is asked for', () => {
    for (const query of ['', '  ', ',.']) expect(found(query)).to.have.length(3);
  });
});

describe('the toolbox', () => {
  let world: RoomWorld;
  beforeEach(async () => {
    world = await roomWorld();
  });
  afterEach(() => world.close());

  for (const role of ['participant', 'instructor', 'administrator'] as const) {
    it(`is open to a ${role}, by its own address and by its activity`, async () => {
      const someone = await world.arrive({ role });
      const page = await someone.open(`${someone.home}aktivitet/vaerktoejskasse`);
      expect(page.path).to.equal(`${someone.home}vaerktoejskasse`);
      expect(shown(page)).to.deep.equal(['Søvn', 'Stress', 'Sund mad']);
      expect(page.$('main h2').first().text(), 'by what one needs them for').to.equal('Søvn, krop og kræfter');
      expect((await someone.open(`${someone.home}vaerktoejskasse/stress`)).h1).to.equal('Stress');
    });
  }

  it('is found from the front page', async () => {
    const mette = await world.arrive();
    const page = await mette.open(mette.home);
    expect(page.$(`.places a[href="${mette.home}vaerktoejskasse"]`).text()).to.equal('Værktøjskassen');
  });

  it('is searched by an address, and says what it found', async () => {
    const mette = await world.arrive();
    const page = await mette.open(`${mette.home}vaerktoejskasse?q=vaekkeur`);
    expect(shown(page)).to.deep.equal(['Søvn']);
    expect(page.words).to.include('Vi fandt 1 side om “vaekkeur”.');
  });

  it('shows all where nothing is found, and what was looked for as the characters it is', async () => {
    const mette = await world.arrive();
    const query = '"><script>alert(1)</script>';
    const page = await mette.open(`${mette.home}vaerktoejskasse?${new URLSearchParams({ q: query }).toString()}`);
    expect(shown(page)).to.have.length(3);
    expect(page.$('#q').val()).to.equal(query);
    expect(page.$('main script').length).to.equal(0);
    expect((await mette.open(`${mette.home}vaerktoejskasse?q=a&q=b`)).status).to.equal(200);
  });

  it('links from text to tool in this very room', async () => {
    const mette = await world.arrive();
    const page = await mette.open(`${mette.home}vaerktoejskasse/soevn`);
    expect(page.$('.tool a').attr('href')).to.equal(`${mette.home}vaerktoejskasse/stress`);
  });

  it('knows the way back to what one was doing', async () => {
    const mette = await world.arrive();
    const step = `${mette.home}aktivitet/modul-1-forberedelse/trin/2`;
    const back = async (referer: string) =>
      (await mette.open(`${mette.home}vaerktoejskasse/soevn`, { referer })).$('.back-link').attr('href');
    expect(await back(step)).to.equal(step);
    expect(await back(mette.home)).to.equal(`${mette.home}vaerktoejskasse`);
    expect(await back('/rum/another/aktivitet/x')).to.equal(`${mette.home}vaerktoejskasse`);
  });

  it('is in Danish, and marked so, where it is not translated', async () => {
    const mette = await world.arrive({ language: 'en' });
    const page = await mette.open(`${mette.home}vaerktoejskasse/soevn`);
    expect(page.$('html').attr('lang')).to.equal('en');
    expect(page.$('.tool').attr('lang')).to.equal('da');
    expect(page.$('.tool h2').first().attr('lang')).to.equal('en');
  });

  it('says what a short page lacks by leaving it out, and shows the rest of a long one', async () => {
    const mette = await world.arrive();
    const short = await mette.open(`${mette.home}vaerktoejskasse/stress`);
    expect(short.$('.tool__contents, .tool__sheet').length).to.equal(0);
    const long = await mette.open(`${mette.home}vaerktoejskasse/mad`);
    const targets = long
      .$('.tool__contents a')
      .toArray()
      .map((link) => long.$(link).attr('href') ?? '');
    expect(targets).to.have.length(7);
    for (const target of targets) expect(long.$(target).length, target).to.equal(1);
    expect(long.$('.tool__line').length).to.equal(3);
    expect(long.words).to.include('Her på siden bliver intet gemt').and.to.include('Her møder du det på kurset Emne 2');
  });

  it('leads to the weeks that use it, whatever number they have in the rhythm of the class', async () => {
    const mette = await world.arrive();
    const page = await mette.open(`${mette.home}vaerktoejskasse/mad`);
    const href =
      page
        .$('.tool__related a')
        .filter((_, link) => page.$(link).text() === 'Emne 2')
        .attr('href') ?? '';
    expect(href).to.equal(`${mette.home}uge/modul-2`);
    expect((await mette.open(href)).h1).to.include('Emne 2');
  });

  it('says so where there is no such tool', async () => {
    const mette = await world.arrive();
    expect((await mette.open(`${mette.home}vaerktoejskasse/findes-ikke`)).status).to.equal(404);
  });
});
