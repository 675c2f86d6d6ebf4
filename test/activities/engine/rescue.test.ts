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

  it('is read as far as one with a session, where this browser had one', async () => {
    const long = 'æ'.repeat(15_000);
    const shown = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': long } });
    expect(shown.h1).to.equal('Din tekst er gemt');
    expect((await world.responses.get(sara.of))?.draft['tanker']).to.equal(long);
    const longer = 'æ'.repeat(25_000);
    const refused = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': longer } });
    expect(refused.status).to.equal(413);
    expect(wordsOf(refused)).to.include(longer);
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
    it(`stores nothing and shows nothing of it with ${name}: any page may have sent it`, async () => {
      const kept = alter(String(page.$('[name="kept"]').val()));
      const shown = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'Mine ord', kept } });
      expect(shown.status).to.equal(401);
      expect(wordsOf(shown)).not.to.include('Mine ord');
      expect(await world.responses.get(sara.of)).to.equal(undefined);
    });
  }

  it('stores nothing with the token of another room', async () => {
    const elsewhere = await world.arrive({ context: { id: '3', title: 'Hold 8' } });
    const foreign = await elsewhere.open(elsewhere.activity);
    const kept = String(foreign.$('[name="kept"]').val());
    const shown = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'Mine ord', kept } });
    expect(shown.status).to.equal(401);
    expect(await world.responses.get(sara.of)).to.equal(undefined);
    expect(await world.responses.get(elsewhere.of)).to.equal(undefined);
  });

  it('is shown back, and not stored, when it was left open for more than a day', async () => {
    world.pass(10 * HOUR);
    const shown = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'Mine ord' } });
    expect(shown.status).to.equal(401);
    expect(wordsOf(shown)).to.include('Mine ord');
    expect(await world.responses.get(sara.of)).to.equal(undefined);
  });

  it('is saved as one signs out, and only shown back after that', async () => {
    await world.rooms.endSessions({ person: sara.of.person });
    await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'Sidste ord' } });
    expect((await world.responses.get(sara.of))?.draft['tanker']).to.equal('Sidste ord');
    world.pass(60_000);
    const shown = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'En andens ord' } });
    expect(shown.status).to.equal(401);
    expect(wordsOf(shown)).to.include('En andens ord');
    expect((await world.responses.get(sara.of))?.draft['tanker']).to.equal('Sidste ord');
  });

  it('keeps beside it what was written with a session, and goes on with its own words', async () => {
    const again = await world.arrive();
    const first = await again.open(again.activity);
    await again.press({ page: first, intent: 'next', fill: { 'answer.tanker': 'Med session' } });
    for (const words of ['Uden', 'Uden session', 'Uden sess'])
      await sara.autosave({ page, fill: { 'answer.tanker': words } });
    const stored = await world.responses.get(sara.of);
    expect(stored?.draft['tanker']).to.equal('Uden sess');
    expect(stored?.other['tanker']).to.deep.equal(['Med session']);
  });

  it('shows the text back where the activity itself is gone', async () => {
    const form = page.$('#activity');
    form.attr('action', form.attr('action')?.replace('modul-1', 'modul-9') ?? '');
    const shown = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'Mine ord' } });
    expect(shown.status).to.equal(401);
    expect(wordsOf(shown)).to.include('Mine ord');
  });

  it('shows the text of any other form of the room back, where that is our own page’s', async () => {
    const form = page.$('#activity');
    form.attr('action', form.attr('action')?.replace(/aktivitet.*/, 'webinar/modul-1') ?? '');
    const shown = await sara.press({ page, intent: 'save', fill: { 'answer.noter': 'Husk pausen' } });
    expect(shown.status).to.equal(401);
    expect(wordsOf(shown)).to.include('Husk pausen');
    const kept = 'x';
    const foreign = await sara.press({ page, intent: 'save', fill: { 'answer.noter': 'Husk pausen', kept } });
    expect(foreign.status).to.equal(401);
    expect(wordsOf(foreign)).not.to.include('Husk pausen');
  });
});
