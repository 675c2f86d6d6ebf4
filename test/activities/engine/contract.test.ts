import { expect } from 'chai';
import type { CheerioAPI } from 'cheerio';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import { testApp } from '../../support/testApp.ts';
import { browser, type PageShown } from './browser.ts';

const INTENTS = ['save', 'next', 'back', 'send'];
const MOST_STEPS = 60;

/**
 * Other programs fill in our forms by what the contract says of them, and by nothing else: `#activity` is a form of named
 * fields, and its buttons have the name `intent` and one of four values.
 */
describe('the form of a step, for a program that knows the contract alone', function () {
  this.timeout(120_000);
  let app: Awaited<ReturnType<typeof testApp>>;
  before(async () => (app = await testApp({ at: '2026-09-01T10:00:00+02:00' })));
  after(() => app.close());

  /** Answers whatever the page asks, by the kind of each field. */
  function answersOf({ $ }: PageShown): Record<string, string> {
    const fill: Record<string, string> = {};
    for (const one of $('#activity :is(input, textarea)[name^="answer."]').toArray()) {
      const field = $(one);
      const name = field.attr('name') ?? '';
      const type = field.attr('type') ?? 'text';
      if (type === 'radio' || type === 'checkbox') fill[name] ??= String(field.attr('value'));
      else fill[name] = type === 'number' || field.attr('inputmode') === 'numeric' ? '3' : 'Gå en tur';
    }
    return fill;
  }

  function buttonsOf($: CheerioAPI) {
    return $('#activity button:not([disabled])')
      .toArray()
      .map((one) => ({ name: $(one).attr('name'), value: $(one).attr('value') ?? '' }));
  }

  const course = () => app.deps.courses.da;
  it('leads through every activity to its end, and no button says anything else', async () => {
    const { home, cookie, room } = await app.arrive();
    await app.deps.schedules.save(room.id, nothingChosen, 'someone');
    const sara = browser(app.origin, cookie);
    const odd: string[] = [];
    const unfinished: string[] = [];
    const activities = [...(course().surveys ?? []), ...course().modules.flatMap((module) => module.activities)];
    for (const { id } of activities) {
      app.pass(60_000);
      let page = await sara.open(`${home}/aktivitet/${id}`);
      let isSent = false;
      for (let step = 0; step < MOST_STEPS && page.$('#activity').length > 0 && !isSent; step += 1) {
        const buttons = buttonsOf(page.$);
        odd.push(...buttons.filter(({ name, value }) => name !== 'intent' || !INTENTS.includes(value)).map(({ name, value }) => `${page.path}: ${name}=${value}`)); // prettier-ignore
        isSent = buttons.some(({ value }) => value === 'send');
        page = await sara.press({ page, intent: isSent ? 'send' : 'next', fill: answersOf(page) });
        if (page.status !== 200) unfinished.push(`${page.path}: ${page.status} ${page.errors.join(' ')}`);
        if (page.status !== 200) break;
      }
      if (!isSent) unfinished.push(id);
    }
    expect(odd).to.deep.equal([]);
    expect(unfinished).to.deep.equal([]);
    expect(activities.length).to.be.above(25);
  });
});
