import { load } from 'cheerio';
import { expect } from 'chai';
import { testApp } from '../../support/testApp.ts';
import { browser } from '../../activities/engine/browser.ts';

/** What has no place in a copy for people: ids of fields, states, codes, and the numbers of a list. */
const OF_PROGRAMS =
  /(?:[a-z][A-Z]|^[a-z]+(?:-[a-z0-9]+)+$|– \d|columnless|undefined|\b[0-9a-f]{16}\b|\d{4}-\d{2}-\d{2})/;

describe('the copy of one’s data as a page', () => {
  let app: Awaited<ReturnType<typeof testApp>>;
  beforeEach(async () => (app = await testApp({ at: '2026-09-01T10:00:00+02:00' })));
  afterEach(() => app.close());

  /** Someone who has answered something of each kind. */
  async function someone(language: 'da' | 'en') {
    const { home, cookie } = await app.arrive({ language });
    const sara = browser(app.origin, cookie);
    const at = (place: string) => sara.open(`${home}/aktivitet/${place}`);
    const next = async (place: string, fill: Record<string, string | string[]>, intent = 'next') =>
      sara.press({ page: await at(place), intent, fill });
    await next('modul-1-forberedelse/trin/4', {
      'answer.tro': '3',
      'answer.lykkedes': 'Jeg gik ud',
      'answer.lykkedes--laeser': 'mig',
    });
    await next('modul-1-handleplan/trin/plan', {
      'answer.hvad': 'Gå en tur',
      'answer.antal-dage': '2',
    });
    await next('modul-1-handleplan/trin/tro', { 'answer.tro': '8', 'answer.laeser': 'mig' }, 'send');
    await next(
      'modul-1-handleplan/trin/uge',
      { 'answer.dag-2': 'ja', 'answer.kommentar-dag-2': 'Det var koldt' },
      'save',
    );
    await next('spoergeskema-foer/trin/1', { 'answer.samtykke': 'nej' });
    await next('spoergeskema-foer/trin/4', {}, 'send');
    const $ = load(await (await fetch(`${app.origin}${home}/mine-data/kopi.html`, { headers: { cookie } })).text());
    return $('dt')
      .toArray()
      .map((term) => [$(term).text(), $(term).next().text()] as const);
  }

  it('is in words that its reader knows from the pages', async () => {
    const lines = await someone('da');
    const wrote = (ask: string) => lines.find(([label]) => label.startsWith(`Det, du har skrevet – ${ask}`))?.[1];
    expect(lines)
      .to.deep.include(['Rolle', 'Deltager'])
      .and.deep.include(['Vist – Sprog', 'Dansk'])
      .and.deep.include([
        'Det, du har sagt ja eller nej til – Vil du svare på spørgsmålene? – Dit svar',
        'Nej tak, ikke denne gang',
      ]);
    expect(wrote('Hvad vil du gøre?')).to.equal('Gå en tur');
    expect(wrote('Hvor mange dage i ugen?')).to.equal('2 dage i ugen');
    expect(wrote('Hvor sikker er du på, at du kan holde din plan?')).to.equal('8 af 10: Ret sikker');
    expect(wrote('Hvem må læse planen?')).to.equal('Kun mig');
    expect(wrote('tirsdag')).to.equal('Ja');
    expect(wrote('Kommentar til tirsdag')).to.equal('Det var koldt');
    expect(wrote('Hvad har du fået gjort i den sidste uge? Hvem må læse')).to.equal('Kun mig');
    expect(lines.filter(([label]) => label === 'Besked til kursusrummet')).not.to.be.empty;
  });

  for (const language of ['da', 'en'] as const)
    it(`says nothing that only programs understand (${language})`, async () => {
      const lines = await someone(language);
      expect(lines.length).to.be.above(20);
      expect(lines.filter((line) => line.some((words) => OF_PROGRAMS.test(words)))).to.deep.equal([]);
    });
});
