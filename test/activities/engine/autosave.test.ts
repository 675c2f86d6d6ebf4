import { expect } from 'chai';
import { prepWorld, type PrepWorld } from './world.ts';

describe('preparing, with scripts', () => {
  let world: PrepWorld;
  let sara: Awaited<ReturnType<PrepWorld['arrive']>>;

  beforeEach(async () => {
    world = await prepWorld();
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  it('saves in silence, says when, and tells the page what to build on', async () => {
    const page = await sara.open(sara.activity);
    const response = await sara.autosave({ page, fill: { 'answer.tanker': 'Ro' } });
    const saved = (await response.json()) as { savedAt: string; fields: { base: string } };
    expect(response.status).to.equal(200);
    expect(saved.savedAt).to.equal('10.42');
    expect(saved.fields.base).not.to.equal(page.$('[name="base"]').val());
    const fill = { 'answer.tanker': 'Uro', base: saved.fields.base };
    const next = await sara.press({ page, intent: 'next', fill });
    expect(next.path).to.equal(`${sara.activity}/trin/2`);
    expect(await world.responses.get(sara.of)).to.deep.include({ other: {} });
  });

  it('goes on from its own words where the answer to a saving got lost', async () => {
    const page = await sara.open(sara.activity);
    await sara.autosave({ page, fill: { 'answer.tanker': 'jeg går' } });
    await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'jeg løber' } });
    const response = await world.responses.get(sara.of);
    expect(response?.draft['tanker']).to.equal('jeg løber');
    expect(response?.other).to.deep.equal({});
  });

  it('is not set back by a saving of the same page that arrives late', async () => {
    const page = await sara.open(sara.activity);
    const late = { 'answer.tanker': 'jeg gik', 'answer.emner': ['stress'], turn: '1000' };
    await sara.autosave({ page, fill: { 'answer.tanker': 'jeg gik en tur', turn: '2000' } });
    expect((await sara.autosave({ page, fill: late })).status).to.equal(200);
    const response = await world.responses.get(sara.of);
    expect(response?.draft).to.deep.include({ tanker: 'jeg gik en tur' }).and.not.to.have.property('emner');
    expect(response?.other).to.deep.equal({});
    await sara.autosave({ page, fill: { ...late, turn: '2001' } });
    expect((await world.responses.get(sara.of))?.draft).to.deep.include({ tanker: 'jeg gik', emner: ['stress'] });
  });

  it('saves a text while it is too long, and refuses what is no option', async () => {
    const page = await sara.open(sara.activity);
    const long = 'x'.repeat(51);
    expect((await sara.autosave({ page, fill: { 'answer.tanker': long } })).status).to.equal(200);
    const refused = await sara.autosave({ page, fill: { 'answer.tanker': 'kort', 'answer.emner': ['x'] } });
    expect(refused.status).to.equal(422);
    expect(await refused.json()).to.deep.include({ savedAt: '10.42' });
    expect((await world.responses.get(sara.of))?.draft['tanker']).to.equal('kort');
  });

  it('never removes or completes anything', async () => {
    const [tab, other] = [await sara.open(sara.activity), await sara.open(sara.activity)];
    await sara.press({ page: tab, intent: 'save', fill: { 'answer.tanker': 'en' } });
    const both = await sara.press({ page: other, intent: 'save', fill: { 'answer.tanker': 'to', 'answer.tro': '3' } });
    const drop = both.$('[name="drop.tanker"]').val() as string;
    await sara.autosave({ page: both, fill: { 'drop.tanker': drop, intent: 'send' } });
    expect(await world.responses.get(sara.of)).to.deep.include({ other: { tanker: ['en'] }, sent: null });
  });
});
