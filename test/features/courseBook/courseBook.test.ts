import { expect } from 'chai';
import { loadCourse } from '../../../src/activities/course.ts';
import type { Courses } from '../../../src/content/course.ts';
import { isStepped } from '../../../src/content/find.ts';
import { roomWorld, type Page, type RoomWorld } from '../room/world.ts';

describe('the course book', () => {
  let world: RoomWorld;
  let courses: Courses;
  before(async () => {
    courses = await loadCourse('content/taettere-paa-job');
    world = await roomWorld(courses);
  });
  after(() => world.close());

  const textsOf = ({ $ }: Page, selector: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element).text().trim());

  it('is one press from the toolbox, for everyone', async () => {
    for (const role of ['participant', 'instructor', 'administrator'] as const) {
      const someone = await world.arrive({ role });
      const toolbox = await someone.open(`${someone.home}vaerktoejskasse`);
      const href = toolbox.$('a[href$="kursusbog"]').attr('href') ?? '';
      expect((await someone.open(href)).h1, role).to.equal('Kursusbogen');
    }
  });

  for (const language of ['da', 'en'] as const) {
    it(`holds every text of the preparations, all that is there for whoever wants more, and every tool (${language})`, async () => {
      const mette = await world.arrive({ language });
      const book = await mette.open(`${mette.home}kursusbog`);
      const course = courses[language] ?? courses.da;
      const titles = textsOf(book, '.book h2, .book h3, .book h4');
      for (const { title, activities, extra } of course.modules) {
        expect(titles.join('\n')).to.include(title);
        const steps = activities
          .filter(({ kind }) => kind === 'prep')
          .filter(isStepped)
          .flatMap((each) => each.steps);
        for (const step of steps.filter(({ html }) => html !== '')) expect(titles).to.include(step.title);
        for (const part of extra?.parts ?? []) expect(titles).to.include(part.title);
      }
      for (const tool of course.toolbox?.tools ?? []) expect(titles).to.include(tool.title);
      expect(book.words).to.include('70 201 201').and.to.include('112');
    });
  }

  it('leads from its contents and from its texts to places of its own, each there once', async () => {
    const mette = await world.arrive();
    const { $ } = await mette.open(`${mette.home}kursusbog`);
    const targets = $('.book a[href^="#"]')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    expect(targets.length).to.be.above(29);
    for (const target of new Set(targets)) expect($(`[id="${target.slice(1)}"]`).length, target).to.equal(1);
    expect($('.book a[href*="vaerktoejskasse/"], .book a[href^="vaerktoej:"]').length).to.equal(0);
  });

  it('skips no level of headings', async () => {
    const mette = await world.arrive();
    const { $ } = await mette.open(`${mette.home}kursusbog`);
    const levels = $('main :is(h1, h2, h3, h4, h5, h6)')
      .toArray()
      .map(({ tagName }) => Number(tagName[1]));
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0), String(at)).to.be.at.most(1);
  });

  it('has nothing to fill in on the page, and nothing that anyone has written', async () => {
    const mette = await world.arrive();
    const { $ } = await mette.open(`${mette.home}kursusbog`);
    expect($('main :is(input, textarea, select, video)').length).to.equal(0);
    expect($('main button').closest('.screen-only').length).to.equal($('main button').length);
  });
});
