import { expect } from 'chai';
import { course, preparation } from './course.ts';
import { wordsOf } from './browser.ts';
import { prepWorld, type PrepWorld } from './world.ts';

/** An English course whose first week has not been put into English. */
const modules = course.modules.map((module) => ({
  ...module,
  activities: [{ ...preparation, language: 'da' as const }],
}));

describe('preparing in a course that is English in part', () => {
  let world: PrepWorld;
  beforeEach(async () => {
    world = await prepWorld({ courses: { da: course, en: { ...course, modules } } });
  });
  afterEach(() => world.close());

  it('marks the Danish words as Danish and says why they are', async () => {
    const sara = await world.arrive({ language: 'en' });
    const page = await sara.open(sara.activity);
    expect(page.$('html').attr('lang')).to.equal('en');
    for (const words of ['h1', '.lead', 'main div > p', 'textarea', 'legend']) {
      expect(page.$(words).first().closest('[lang]').attr('lang'), words).to.equal('da');
    }
    expect(page.$('main button').first().closest('[lang]').attr('lang')).to.equal('en');
    expect(wordsOf(page)).to.include('This week is in Danish only.');
  });

  it('says nothing of it where the words are in the language of the page', async () => {
    const sara = await world.arrive();
    const page = await sara.open(sara.activity);
    expect(page.$('h1').attr('lang')).to.equal('da');
    expect(wordsOf(page)).not.to.include('findes kun på dansk');
  });
});
