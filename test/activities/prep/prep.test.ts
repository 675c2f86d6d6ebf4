import { expect } from 'chai';
import { responseSchema } from '../../../src/responses/records.ts';
import { wordsOf } from '../engine/browser.ts';
import { HOUR, prepWorld, type PrepWorld } from '../engine/world.ts';

describe('preparing, without scripts', () => {
  let world: PrepWorld;
  let sara: Awaited<ReturnType<PrepWorld['arrive']>>;

  beforeEach(async () => {
    world = await prepWorld();
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  it('goes from the first step over a pause and another device to the receipt', async () => {
    const first = await sara.open(sara.activity);
    expect(first.path).to.equal(`${sara.activity}/trin/1`);
    expect(first.h1).to.equal('Trin begynd');
    expect(wordsOf(first)).to.include('Trin 1 af 2').and.include('cirka 5 minutter');
    expect(wordsOf(first)).to.include('Din instruktør læser det først, når du har sendt.');

    const written = 'Først\n  indrykket\n\nså <b>mere</b>';
    const saved = await sara.press({ page: first, intent: 'save', fill: { 'answer.tanker': written } });
    expect(saved.path).to.equal(`${sara.activity}/trin/1?gemt`);
    expect(wordsOf(saved)).to.include('Gemt kl. 10.42').and.include('Det er gemt');
    expect(saved.$('main .alert a').text(), 'there is something to press').to.equal('Til min uge');
    expect(saved.$('textarea[name="answer.tanker"]').val()).to.equal(written);

    world.pass(24 * HOUR);
    const phone = await world.arrive();
    const resumed = await phone.open(phone.activity);
    expect(resumed.$('textarea[name="answer.tanker"]').val()).to.equal(written);
    const second = await phone.press({ page: resumed, intent: 'next', fill: { 'answer.emner': ['stress'] } });
    expect(second.path).to.equal(`${phone.activity}/trin/2`);

    world.pass(24 * HOUR);
    const tablet = await world.arrive();
    expect((await tablet.open(tablet.activity)).path).to.equal(`${phone.activity}/trin/2`);
    const back = await tablet.press({ page: await tablet.open(tablet.activity), intent: 'back' });
    expect(back.path).to.equal(`${phone.activity}/trin/1`);
    expect(back.$('[name="answer.emner"]:checked').val()).to.equal('stress');
    const again = await tablet.press({ page: back, intent: 'next' });
    const receipt = await tablet.press({ page: again, intent: 'send', fill: { 'answer.tro': '4' } });

    expect(receipt.path).to.equal(`${phone.activity}/kvittering`);
    expect(wordsOf(receipt)).to.include('Sendt mandag 23. november kl. 10.42.').and.include('4: Ord 4');
    expect(wordsOf(receipt)).to.include('Forberedelse til uge 2');
    expect(receipt.$('blockquote').first().text()).to.equal(written);
  });

  it('stores the answers and a waiting report in one document, also where send is pressed twice', async () => {
    const page = await sara.press({
      page: await sara.open(sara.activity),
      intent: 'next',
      fill: { 'answer.tanker': 'Ro' },
    });
    const send = { page, intent: 'send', fill: { 'answer.tro': '5' } };
    const [one, two] = await Promise.all([sara.press(send), sara.press(send)]);
    expect([one.status, two.status]).to.deep.equal([200, 200]);
    const collection = await world.store.collection(responseSchema);
    const { items } = await collection.find({ where: { room: sara.of.room } });
    expect(items).to.have.length(1);
    expect(items[0]?.doc.sent).to.deep.include({ tanker: 'Ro', tro: '5' });
    expect(items[0]?.doc.reports.map(({ state }) => state)).to.deep.equal(['waiting']);
  });

  it('lets one keep an answer to oneself, and take it back after sending', async () => {
    const fill = { 'answer.tanker': 'Til dig', 'answer.hjaelp': 'Kun mit eget', 'answer.hjaelp--laeser': 'mig' };
    const second = await sara.press({ page: await sara.open(sara.activity), intent: 'next', fill });
    const receipt = await sara.press({ page: second, intent: 'send', fill: { 'answer.tro': '5' } });
    const readable = async () => (await world.responses.list(sara.of.room, sara.of.activity))[0]?.sent;
    expect(await readable()).to.deep.equal({ tanker: 'Til dig', tro: '5' });
    expect(wordsOf(receipt)).to.include('Kun mit eget').and.include('Kun du kan se dette svar.');
    expect(wordsOf(receipt)).not.to.include('Du har rettelser, der ikke er sendt');

    const first = await sara.open(`${sara.activity}/trin/1`);
    expect(first.$('[name="answer.hjaelp--laeser"]:checked').val()).to.equal('mig');
    const shared = { 'answer.hjaelp--laeser': 'instruktoer' };
    await sara.press({ page: first, intent: 'save', fill: shared });
    expect(await readable(), 'shared only by sending').not.to.have.property('hjaelp');
    await sara.press({ page: await sara.open(`${sara.activity}/trin/1`), intent: 'send', fill: shared });
    expect(await readable()).to.include({ hjaelp: 'Kun mit eget' });
    const page = await sara.open(`${sara.activity}/trin/1`);
    await sara.autosave({ page, fill: { 'answer.hjaelp--laeser': 'mig' } });
    expect(await readable(), 'taken back at once').to.deep.equal({ tanker: 'Til dig', tro: '5' });
  });

  it('lists what is missing when one sends, with a way to each, and loses nothing', async () => {
    const page = await sara.open(`${sara.activity}/trin/2`);
    const refused = await sara.press({ page, intent: 'send', fill: { 'answer.vej': 'tale' } });
    expect(refused.status).to.equal(422);
    expect(refused.$('title').text()).to.match(/^Fejl: /);
    const links = refused
      .$('.error-summary a')
      .toArray()
      .map((link) => refused.$(link).attr('href') ?? '');
    expect(links).to.deep.equal([`${sara.activity}/trin/1#answer-tanker`, '#answer-tro']);
    expect(refused.$('#answer-tro')).to.have.length(1);
    expect(refused.$('[name="answer.vej"]:checked').val()).to.equal('tale');
    expect(await world.responses.get(sara.of)).to.deep.include({ completedAt: 0, reports: [], sent: null });
  });

  it('keeps a text that is too long, tells how long it may be, and lets one go back', async () => {
    const long = 'ord '.repeat(20).trim();
    const page = await sara.open(sara.activity);
    const refused = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': long } });
    expect(refused.status).to.equal(422);
    expect(refused.errors[0]).to.include('79 tegn').and.include('50');
    expect(refused.$('textarea[name="answer.tanker"]').val()).to.equal(long);
    expect((await sara.open(sara.activity)).$('textarea[name="answer.tanker"]').val()).to.equal(long);
    const second = await sara.open(`${sara.activity}/trin/2`);
    expect((await sara.press({ page: second, intent: 'back' })).path).to.equal(`${sara.activity}/trin/1`);
    const sent = await sara.press({ page: second, intent: 'send', fill: { 'answer.tro': '3' } });
    expect(sent.status).to.equal(422);
  });

  it('saves the other answers though one is refused', async () => {
    const page = await sara.open(`${sara.activity}/trin/2`);
    const refused = await sara.press({ page, intent: 'next', fill: { 'answer.tro': '9', 'answer.vej': 'lytte' } });
    expect(refused.status).to.equal(422);
    expect((await world.responses.get(sara.of))?.draft).to.deep.equal({ vej: 'lytte' });
  });

  it('shows words back that the activity has no field for any more', async () => {
    const page = await sara.open(sara.activity);
    const shown = await sara.press({ page, intent: 'next', fill: { 'answer.fjernet': 'vigtige ord' } });
    expect(shown.status).to.equal(422);
    expect(shown.$('#strays').text()).to.include('vigtige ord');
  });

  it('keeps the texts of two tabs, until one of them is removed', async () => {
    const [tab, other] = [await sara.open(sara.activity), await sara.open(sara.activity)];
    await sara.press({ page: tab, intent: 'save', fill: { 'answer.tanker': 'fra den ene' } });
    const both = await sara.press({ page: other, intent: 'save', fill: { 'answer.tanker': 'fra den anden' } });
    expect(both.$('textarea[name="answer.tanker"]').val()).to.equal('fra den anden');
    expect(both.$('.conflict blockquote').text()).to.equal('fra den ene');
    const still = await sara.press({ page: both, intent: 'save' });
    expect(still.$('.conflict blockquote').text()).to.equal('fra den ene');
    const drop = still.$('[name="drop.tanker"]').val() as string;
    const gone = await sara.press({ page: still, intent: 'save', fill: { 'drop.tanker': drop } });
    expect(gone.$('.conflict')).to.have.length(0);
    expect(gone.$('textarea[name="answer.tanker"]').val()).to.equal('fra den anden');
  });

  it('lets an old tab pass through without undoing what a newer one wrote', async () => {
    const old = await sara.open(sara.activity);
    await sara.press({ page: await sara.open(sara.activity), intent: 'save', fill: { 'answer.tanker': 'nyt' } });
    await sara.press({ page: old, intent: 'next' });
    expect((await world.responses.get(sara.of))?.draft['tanker']).to.equal('nyt');
  });

  it('lets sent answers be changed, and sent again, without a new report', async () => {
    const page = await sara.open(sara.activity);
    const second = await sara.press({ page, intent: 'next', fill: { 'answer.tanker': 'Ro' } });
    await sara.press({ page: second, intent: 'send', fill: { 'answer.tro': '5' } });
    const opened = await sara.open(sara.activity);
    const edit = await sara.open(opened.$('a[href*="#answer-tanker"]').attr('href')?.split('#')[0] ?? '');
    expect(edit.$('#activity button').first().val()).to.equal('send');
    await sara.press({ page: edit, intent: 'save', fill: { 'answer.tanker': 'Uro' } });
    expect(wordsOf(await sara.open(sara.activity))).to.include('Du har rettelser, der ikke er sendt');
    const receipt = await sara.press({ page: await sara.open(edit.path), intent: 'send' });
    expect(wordsOf(receipt)).to.include('Uro').and.not.include('rettelser, der ikke er sendt');
    expect((await world.responses.get(sara.of))?.reports).to.have.length(1);
  });

  it('puts the press that Enter makes first: on, and at last send and go on', async () => {
    const presses = async (path: string) => {
      const { $ } = await sara.open(`${sara.activity}${path}`);
      const all = $('#activity button').toArray();
      return all.map((button) => $(button).val());
    };
    expect(await presses('/trin/1')).to.deep.equal(['next']);
    expect(await presses('/trin/2')).to.deep.equal(['send', 'send', 'back']);
  });

  it('has a button that only saves where no script saves by itself', async () => {
    const { $ } = await sara.open(`${sara.activity}/trin/1`);
    expect($('#activity noscript').html()).to.include('value="save"').and.include('Gem mine svar');
  });

  it('says so where there is no such activity or step', async () => {
    expect((await sara.open(`${sara.activity}/trin/3`)).status).to.equal(404);
    expect((await sara.open(sara.activity.replace('modul-1', 'modul-9'))).status).to.equal(404);
    expect((await sara.open(`${sara.activity}/kvittering`)).path).to.equal(`${sara.activity}/trin/1`);
  });

  it('is not for the instructor', async () => {
    const instructor = await world.arrive({ role: 'instructor', person: { subject: '9', name: 'Ib' } });
    expect((await instructor.open(`${instructor.activity}/trin/1`)).status).to.equal(404);
  });

  it('shows nobody the answers of another', async () => {
    const page = await sara.open(sara.activity);
    await sara.press({ page, intent: 'save', fill: { 'answer.tanker': 'kun mit' } });
    const bo = await world.arrive({ person: { subject: '5', name: 'Bo' } });
    expect(wordsOf(await bo.open(bo.activity))).not.to.include('kun mit');
  });
});
