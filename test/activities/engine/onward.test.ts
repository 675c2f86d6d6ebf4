import { expect } from 'chai';
import { nothingChosen } from '../../../src/domain/schedule.ts';
import { testApp } from '../../support/testApp.ts';
import { browser, wordsOf, type PageShown } from './browser.ts';
import { wayOn } from '../../support/wayOn.ts';

const ON = 'Send og gå videre';

describe('going straight on to the next activity of the week, without scripts', () => {
  let app: Awaited<ReturnType<typeof testApp>>;
  let sara: ReturnType<typeof browser>;
  let home: string;

  beforeEach(async () => {
    app = await testApp({ at: '2026-09-01T10:00:00+02:00' });
    const arrived = await app.arrive();
    home = arrived.home;
    sara = browser(app.origin, arrived.cookie);
  });
  afterEach(() => app.close());

  const at = (activity: string, below = '') => `${home}/aktivitet/${activity}${below}`;

  /** The last step of the preparation, with all that must be answered. */
  async function endOfPreparation(): Promise<PageShown> {
    for (const [step, fill] of [
      [3, { 'answer.haab': 'Ro' }],
      [4, { 'answer.tro': '3' }],
    ] as const) {
      const page = await sara.open(at('modul-1-forberedelse', `/trin/${step}`));
      await sara.press({ page, intent: 'next', fill });
    }
    return sara.open(at('modul-1-forberedelse', '/trin/5'));
  }

  const endOfStory = async () => {
    const story = at('modul-1-medkursister');
    await sara.press({ page: await sara.open(story), intent: 'next', fill: { 'answer.hvem': 'lone' } });
    const choice = await sara.open(story);
    await sara.press({ page: choice, intent: 'next', fill: { 'answer.lone-valg': 'aabne' } });
    const last = await sara.open(story);
    return last.$(wayOn).length > 0 ? sara.press({ page: last, intent: 'next' }) : last;
  };

  it('leads from the welcome to the survey, the story and the plan, and thanks on the way', async () => {
    const last = await endOfPreparation();
    expect(wordsOf(last)).to.include('Bagefter: Før du går i gang, cirka 4 minutter.');
    const survey = await sara.press({ page: last, intent: 'send', button: ON });
    expect(survey.path).to.equal(at('spoergeskema-foer', '/trin/1?efter=modul-1-forberedelse'));
    expect(survey.$('.alert-success').text()).to.include('Tak. Dine svar er sendt');
    const seen = await sara.open(survey.$('.alert-success a').attr('href') ?? '');
    expect(seen.path).to.equal(at('modul-1-forberedelse', '/kvittering'));

    const no = await sara.press({ page: survey, intent: 'next', fill: { 'answer.samtykke': 'nej' } });
    expect(wordsOf(no), 'the thanks were for the step before').not.to.include('Tak. Dine svar er sendt');
    const story = await sara.press({ page: no, intent: 'send', button: ON });
    expect(story.path).to.equal(at('modul-1-medkursister', '/trin/1?efter=spoergeskema-foer'));
    const plan = await sara.press({ page: await endOfStory(), intent: 'send', button: ON });
    expect(plan.path).to.equal(at('modul-1-handleplan', '/trin/plan?efter=modul-1-medkursister'));
    expect(plan.$('.alert-success').text()).to.include('Mød en medkursist');
  });

  it('lets one stop after sending, and leads on only within the week', async () => {
    const last = await endOfPreparation();
    const buttons = last
      .$('#activity .actions button:not(noscript *)')
      .toArray()
      .map((one) => last.$(one).text());
    expect(buttons).to.deep.equal([ON, 'Send og stop her', 'Tilbage']);
    const receipt = await sara.press({ page: last, intent: 'send' });
    expect(receipt.path).to.equal(at('modul-1-forberedelse', '/kvittering'));
    expect(wordsOf(receipt)).to.include('Før du går i gang');

    const week2 = await sara.open(at('modul-2-forberedelse', '/trin/1'));
    expect(week2.$('.alert-success'), 'nothing was sent before it').to.have.length(0);
    const unsent = await sara.open(at('modul-2-forberedelse', '/trin/1?efter=modul-1-medkursister'));
    expect(unsent.$('.alert-success'), 'an address alone thanks nobody').to.have.length(0);
    const again = await sara.open(at('modul-1-forberedelse', '/trin/5'));
    expect(again.$('#activity').text()).to.include('Send mine rettelser').and.not.to.include(ON);
  });

  it('leads whoever began with the survey to the welcome that they have not done, as Min uge does', async () => {
    const survey = await sara.open(at('spoergeskema-foer', '/trin/1'));
    const no = await sara.press({ page: survey, intent: 'next', fill: { 'answer.samtykke': 'nej' } });
    expect(wordsOf(no)).to.include('Bagefter: Forbered dig til første gang');
    const receipt = await sara.press({ page: no, intent: 'send' });
    const next = receipt.$('main a.button-primary').attr('href');
    expect(next).to.include('/aktivitet/modul-1-forberedelse');
    const front = await sara.open(`${home}/`);
    expect(front.$('main a.button-primary').first().attr('href'), 'both pages say the same').to.equal(next);
  });

  it('offers nothing that is not open yet', async () => {
    const { room } = await app.arrive();
    const schedule = { ...nothingChosen, start: '2026-09-07', pace: 'weekly' } as const;
    await app.deps.schedules.save(room.id, schedule, 'someone');
    const survey = await sara.open(at('spoergeskema-foer', '/trin/1'));
    const no = await sara.press({ page: survey, intent: 'next', fill: { 'answer.samtykke': 'nej' } });
    expect(no.$('#activity').text()).to.include('Send mine svar').and.not.to.include(ON);
    const receipt = await sara.press({ page: no, intent: 'send' });
    expect(receipt.$('main a.button-primary').attr('href')).to.equal(`${home}/`);
  });
});
