import { expect } from 'chai';
import { roomWorld, type RoomWorld } from './world.ts';

describe('the language switch', () => {
  let world: RoomWorld;
  beforeEach(async () => {
    world = await roomWorld();
  });
  afterEach(() => world.close());

  it('shows the same page in the other language, and back', async () => {
    const mette = await world.arrive();
    const danish = await mette.open(`${mette.home}aktivitet/modul-1-forberedelse`);
    const english = await mette.press(danish, '/sprog/en');
    expect(english.path).to.equal(danish.path);
    expect(english.$('html').attr('lang')).to.equal('en');
    const back = await mette.press(english, '/sprog/da');
    expect(back.path).to.equal(danish.path);
    expect(back.$('html').attr('lang')).to.equal('da');
  });

  it('marks what is in Danish only', async () => {
    const mette = await world.arrive({ language: 'en' });
    const page = await mette.open(mette.home);
    expect(page.h1).to.equal('My week');
    const marks = page
      .$('section[aria-labelledby=weeks] a span span')
      .toArray()
      .map((title) => page.$(title).attr('lang'));
    expect(marks).to.deep.equal([undefined, 'da', 'da']);
  });

  it('is remembered at the next launch, by this person alone', async () => {
    const mette = await world.arrive();
    await mette.press(await mette.open(mette.home), '/sprog/en');
    const again = await world.arrive();
    expect((await again.open(again.home)).h1).to.equal('My week');
    const other = await world.arrive({ person: { subject: '5', name: '' } });
    expect((await other.open(other.home)).h1).to.equal('Min uge');
  });

  it('changes nothing without the person’s own form', async () => {
    const mette = await world.arrive();
    const page = await mette.open(mette.home);
    page.$('input[name=_csrf]').val('forged');
    expect((await mette.press(page, '/sprog/en')).status).to.equal(401);
    expect((await mette.open(`${mette.home}sprog/en`)).status).to.equal(404);
    expect((await mette.open(mette.home)).h1).to.equal('Min uge');
  });

  for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example', '/rum/other/', '%2F']) {
    it(`leads home, never to ${elsewhere}`, async () => {
      const mette = await world.arrive();
      const page = await mette.open(mette.home);
      const form = page.$('form[action*="/sprog/en"]');
      form.attr('action', `${mette.home}sprog/en?${new URLSearchParams({ tilbage: elsewhere }).toString()}`);
      expect((await mette.press(page, '/sprog/en')).path).to.equal(mette.home);
    });
  }

  it('leads from an answer to a form back to the page with the form', async () => {
    const ulla = await world.arrive({ role: 'instructor', person: { subject: '9', name: 'Ulla' } });
    const refused = await ulla.press(await ulla.open(ulla.home), 'indstillinger$', { start: 'x' });
    expect(refused.status).to.equal(422);
    expect((await ulla.press(refused, '/sprog/en')).path).to.equal(ulla.home);
  });
});
