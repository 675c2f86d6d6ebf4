import { expect } from 'chai';
import { HOUR, prepWorld, type PrepWorld } from './world.ts';
import { wordsOf, type PageShown } from './browser.ts';

describe('a form that comes after its session has ended', () => {
  let world: PrepWorld;
  let sara: Awaited<ReturnType<PrepWorld['arrive']>>;
  let page: PageShown;

  beforeEach(async () => {
    world = await prepWorld();
    sara = await world.arrive();
    page = await sara.open(sara.activity);
    world.pass(20 * HOUR);
  });
  afterEach(() => world.close());

  it('still saves the draft, says so, and never sends', async () => {
    const fill = { 'answer.tanker': 'Skrevet i nat', 'answer.tro': '3' };
    const shown = await sara.press({ page, intent: 'send', fill });
    expect(shown.status).to.equal(200);
    expect(shown.h1).to.equal('Din tekst er gemt');
    expect(wordsOf(shown)).to.include('Skrevet i nat').and.include('3: Ord 3');
    expect(await world.responses.get(sara.of)).to.deep.include({ sent: null, completedAt: 0, reports: [] });
    const again = await world.arrive();
    const resumed = await again.open(again.activity);
    expect(resumed.$('textarea[name="answer.tanker"]').val()).to.equal('Skrevet i nat');
  });

  it('saves in silence where a script sent it', async () => {
    const response = await sara.autosave({ page, fill: { 'answer.tanker': 'nat' } });
    expect(await response.json()).to.deep.include({ savedAt: '06.42' });
  });

  const refused: Record<string, (kept: string) => string> = {
    'an altered token': (kept) => `${kept.slice(0, -4)}AAAA`,
    'no token': () => '',
  };
  for (const [name, alter] of Object.entries(refused)) {
    it(`shows the text back and stores nothing with ${name}`, async () => {
      const kept = alter(String(page.$('[name="kept"]').val()));
      const shown = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'Mine ord', kept } });
      expect(shown.status).to.equal(401);
      expect(wordsOf(shown)).to.include('Mine ord');
      expect(await world.responses.get(sara.of)).to.equal(undefined);
    });
  }

  it('shows the text back and stores nothing with the token of another room', async () => {
    const elsewhere = await world.arrive({ context: { id: '3', title: 'Hold 8' } });
    const foreign = await elsewhere.open(elsewhere.activity);
    const kept = String(foreign.$('[name="kept"]').val());
    const shown = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'Mine ord', kept } });
    expect(shown.status).to.equal(401);
    expect(wordsOf(shown)).to.include('Mine ord');
    expect(await world.responses.get(sara.of)).to.equal(undefined);
    expect(await world.responses.get(elsewhere.of)).to.equal(undefined);
  });

  it('shows the text back where the activity itself is gone', async () => {
    const form = page.$('#activity');
    form.attr('action', form.attr('action')?.replace('modul-1', 'modul-9') ?? '');
    const shown = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'Mine ord' } });
    expect(shown.status).to.equal(401);
    expect(wordsOf(shown)).to.include('Mine ord');
  });
});
