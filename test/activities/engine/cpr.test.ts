import { expect } from 'chai';
import { wordsOf } from './browser.ts';
import { HOUR, prepWorld, type PrepWorld } from './world.ts';

const NUMBER = '010190-1234';
const SUSPECT = `Jeg er ${NUMBER}`;

describe('a text that looks as if it held a CPR number', () => {
  let world: PrepWorld;
  let sara: Awaited<ReturnType<PrepWorld['arrive']>>;

  beforeEach(async () => {
    world = await prepWorld();
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  const draft = async () => (await world.responses.get(sara.of))?.draft;

  it('is not stored, and comes back with its words; the other fields are saved', async () => {
    const page = await sara.open(sara.activity);
    const fill = { 'answer.tanker': SUSPECT, 'answer.hjaelp': 'En tur' };
    for (const intent of ['next', 'back', 'save', 'send']) {
      const asked = await sara.press({ page, intent, fill });
      expect(asked.status, intent).to.equal(422);
      expect(asked.$('[name="answer.tanker"]').val()).to.equal(SUSPECT);
      expect(asked.errors[0]).to.include('ligner et cpr-nummer').and.include('ikke gemt');
      expect(asked.$('#answer-tanker-error').text()).to.include('ligner et cpr-nummer');
      expect(asked.$('input[type="checkbox"][name="cpr.tanker"]')).to.have.length(1);
      expect(await draft())
        .to.include({ hjaelp: 'En tur' })
        .and.not.have.property('tanker');
    }
  });

  it('leaves what was stored before as it was', async () => {
    const page = await sara.open(sara.activity);
    const saved = await sara.press({ page, intent: 'save', fill: { 'answer.tanker': 'Ro' } });
    const asked = await sara.press({ page: saved, intent: 'save', fill: { 'answer.tanker': SUSPECT } });
    expect(await draft()).to.deep.include({ tanker: 'Ro' });
    const mended = await sara.press({ page: asked, intent: 'next', fill: { 'answer.tanker': 'Uro' } });
    expect(mended.path).to.equal(`${sara.activity}/trin/2`);
    expect(await draft()).to.deep.include({ tanker: 'Uro' });
  });

  it('is stored when its writer says that it is none, and not asked about again; another number is', async () => {
    const asked = await sara.press({
      page: await sara.open(sara.activity),
      intent: 'next',
      fill: { 'answer.tanker': SUSPECT },
    });
    const kept = String(asked.$('input[type="checkbox"][name="cpr.tanker"]').val());
    const next = await sara.press({ page: asked, intent: 'next', fill: { 'cpr.tanker': kept } });
    expect(next.path).to.equal(`${sara.activity}/trin/2`);
    expect(await draft()).to.deep.include({ tanker: SUSPECT });
    const again = await sara.open(`${sara.activity}/trin/1`);
    const more = await sara.press({ page: again, intent: 'save', fill: { 'answer.tanker': `${SUSPECT} i dag` } });
    expect(more.status).to.equal(200);
    const other = await sara.press({ page: more, intent: 'save', fill: { 'answer.tanker': `${SUSPECT} 020290-1234` } });
    expect(other.status).to.equal(422);
    expect(await draft()).to.deep.include({ tanker: `${SUSPECT} i dag` });
  });

  it('is not stored by a script either, which is told so while the rest is saved', async () => {
    const page = await sara.open(sara.activity);
    const fill = { 'answer.tanker': SUSPECT, 'answer.hjaelp': 'En tur' };
    const response = await sara.autosave({ page, fill });
    expect(response.status).to.equal(422);
    const told = (await response.json()) as { message: string };
    expect(told).to.deep.include({ savedAt: '10.42', withheld: true });
    expect(told.message).to.include('ikke gemt').and.not.include(NUMBER);
    expect(await draft())
      .to.include({ hjaelp: 'En tur' })
      .and.not.have.property('tanker');
    expect((await sara.autosave({ page, fill: { ...fill, 'answer.tanker': 'Ro' } })).status).to.equal(200);
    expect(await draft()).to.include({ hjaelp: 'En tur', tanker: 'Ro' });
  });

  it('loses nothing of another tab’s while it is asked about', async () => {
    const [page, tab] = [await sara.open(sara.activity), await sara.open(sara.activity)];
    const asked = await sara.press({ page, intent: 'save', fill: { 'answer.tanker': SUSPECT } });
    await sara.press({ page: tab, intent: 'save', fill: { 'answer.tanker': 'fra telefonen' } });
    const late = await sara.press({ page: asked, intent: 'save', fill: { 'answer.tanker': SUSPECT } });
    await sara.press({ page: late, intent: 'save', fill: { 'answer.tanker': 'mine ord' } });
    expect(await world.responses.get(sara.of)).to.deep.include({ other: { tanker: ['fra telefonen'] } });
    expect(await draft()).to.deep.include({ tanker: 'mine ord' });
  });

  it('is not stored after the session has ended, and is shown as what is not saved', async () => {
    const page = await sara.open(sara.activity);
    world.pass(20 * HOUR);
    const fill = { 'answer.tanker': SUSPECT, 'answer.hjaelp': 'En tur' };
    const shown = await sara.press({ page, intent: 'send', fill });
    expect(shown.h1).to.equal('Din tekst er gemt');
    expect(wordsOf(shown)).to.match(/En tur.*Ikke gemt.*ligner et cpr-nummer.*010190-1234/);
    expect(await draft())
      .to.include({ hjaelp: 'En tur' })
      .and.not.have.property('tanker');
    expect((await sara.autosave({ page, fill })).status).to.equal(422);
  });
});
