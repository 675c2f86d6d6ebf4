import { expect } from 'chai';
import { planToday } from '../../../src/activities/handleplan/index.ts';
import { wordsOf } from '../engine/browser.ts';
import { DAY, makePlan, planWorld, type PlanWorld, type Visitor } from './world.ts';

const teacher = { role: 'instructor', person: { subject: '9', name: 'Ib' } } as const;

describe('a plan for the week, without scripts', () => {
  let world: PlanWorld;
  let sara: Visitor;
  beforeEach(async () => {
    world = await planWorld();
    sara = await world.arrive();
  });
  afterEach(() => world.close());

  it('is made on one page and reported once', async () => {
    const begin = await sara.open(sara.plan);
    expect(begin.path).to.equal(`${sara.plan}/trin/plan`);
    expect(wordsOf(begin))
      .to.include('Kun du kan læse det')
      .and.include('Hvem må læse planen?')
      .and.not.include('Trin 1');
    expect(wordsOf(begin)).to.include('Planen gælder: Denne uge (uge 48');
    const fill = { 'answer.hvad': 'Jeg går en tur', 'answer.antal-dage': '3', 'answer.tro': '8' };
    const made = await sara.press({ page: begin, intent: 'send', fill });
    expect(made.path).to.equal(`${sara.plan}/trin/uge?lavet`);
    const week = await makePlan(sara);
    expect(week.path).to.equal(`${sara.plan}/trin/uge?lavet`);
    expect(wordsOf(week)).to.include('Din plan er gemt').and.include('I dag: tirsdag 24. november');
    expect(await world.responses.get(sara.of)).to.deep.include({ sent: { laeser: 'mig' } });
    await makePlan(sara, { 'answer.hvad': 'Jeg læser' });
    expect((await world.responses.get(sara.of))?.reports).to.have.length(1);
  });

  it('offers help below seven when the plan is saved, and never forbids', async () => {
    const early = await sara.open(`${sara.plan}/trin/lettere`);
    expect(early.path, 'nothing is saved yet').to.equal(`${sara.plan}/trin/plan`);
    const fill = { 'answer.hvad': 'Løbe', 'answer.antal-dage': '7', 'answer.tro': '6' };
    const help = await sara.press({ page: await sara.open(sara.plan), intent: 'send', fill });
    expect(help.path).to.equal(`${sara.plan}/trin/lettere`);
    expect((await world.responses.get(sara.of))?.completedAt, 'whoever stops here has a plan').to.be.greaterThan(0);
    expect(wordsOf(help)).to.include('Din plan er gemt.').and.include('Skær det midt over.').and.include('Trin 2 af 2');
    expect(help.$('[name="answer.antal-dage"]:checked').val()).to.equal('7');
    const sent = await sara.press({ page: help, intent: 'send', fill: { 'answer.antal-dage': '2' } });
    expect(sent.path).to.equal(`${sara.plan}/trin/uge?lavet`);
    expect(wordsOf(sent)).to.include('2 dage i ugen').and.include('6 af 10');
  });

  it('says what is missing, each with a way there, and keeps the rest', async () => {
    const page = await sara.open(sara.plan);
    const refused = await sara.press({ page, intent: 'send', fill: { 'answer.laeser': 'instruktoer' } });
    expect(refused.status).to.equal(422);
    const ways = refused
      .$('.error-summary a')
      .toArray()
      .map((link) => refused.$(link).attr('href'));
    expect(ways).to.deep.equal(['#answer-hvad', '#answer-antal-dage', '#answer-tro']);
    expect((await world.responses.get(sara.of))?.draft['laeser']).to.equal('instruktoer');
    expect((await world.responses.get(sara.of))?.sent).to.equal(null);
  });

  it('may be one of tasks, and switched without losing what was written', async () => {
    await makePlan(sara);
    const begin = await sara.open(`${sara.plan}/trin/begynd`);
    const tasks = await sara.press({ page: begin, intent: 'next', fill: { 'answer.form': 'opgaver' } });
    const week = await sara.press({ page: tasks, intent: 'send', fill: { 'answer.opgave-1': 'Ringe til lægen' } });
    expect(wordsOf(week)).to.include('0 af 1 opgaver er klaret.');
    const ticked = await sara.press({ page: week, intent: 'save', fill: { 'answer.klaret-1': 'ja' } });
    expect(wordsOf(ticked)).to.include('1 af 1 opgaver er klaret.');
    expect((await world.responses.get(sara.of))?.draft['hvad']).to.equal('Jeg går en tur');
  });

  it('ticks today in one press, from the page and from the front page', async () => {
    const week = await makePlan(sara);
    const own = await world.responses.ofPerson(sara.of.room, sara.of.person);
    const today = planToday({ own, room: sara.of.room, now: world.clock() });
    expect(today).to.deep.include({ kind: 'tick', what: 'Jeg går en tur', isTicked: false, done: 0, planned: 3 });
    const fields = Object.fromEntries(
      week
        .$('#today-form')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    const response = await fetch(world.origin + (today?.tick?.action ?? ''), {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: sara.cookie },
      body: new URLSearchParams({ ...fields, til: 'forside' }),
    });
    expect(response.headers.get('location')).to.equal(`${sara.home}/`);
    const after = await world.responses.ofPerson(sara.of.room, sara.of.person);
    expect(planToday({ own: after, room: sara.of.room, now: world.clock() })).to.deep.include({
      isTicked: true,
      done: 1,
    });
    expect(wordsOf(await sara.open(sara.plan)))
      .to.include('Du har sat kryds i dag.')
      .and.include('1 af 3 dage er klaret.');
  });

  it('sets any day of the week from the front page, and takes it back, one press each and without scripts', async () => {
    await makePlan(sara);
    const press = async (label: string) => {
      const front = await sara.open(`${sara.home}/`);
      const form = front.$('.days--presses form').filter((_, each) => front.$(each).text().includes(label));
      const body = new URLSearchParams({ intent: 'save' });
      for (const { name, value } of form.serializeArray()) body.append(name, value);
      return sara.open(form.attr('action') ?? '', { method: 'POST', body });
    };
    const set = await press('torsdag');
    expect(set.path).to.equal(`${sara.home}/`);
    expect(set.$('.day__press[aria-pressed=true]').text()).to.include('torsdag 26. november');
    expect(wordsOf(set)).to.include('1 af 3 dage er klaret');
    await press('tirsdag');
    expect((await press('torsdag')).$('.day__press[aria-pressed=true]').text()).to.include('tirsdag 24. november');
    expect(wordsOf(await sara.open(`${sara.plan}/trin/uge`))).to.include('1 af 3 dage er klaret');
  });

  it('keeps the ticks and comments of two devices', async () => {
    const week = await makePlan(sara);
    const phone = await sara.open(sara.plan);
    await sara.press({
      page: week,
      intent: 'save',
      fill: { 'answer.dag-1': 'ja', 'answer.kommentar-dag-1': 'Det regnede' },
    });
    await sara.press({
      page: phone,
      intent: 'save',
      fill: { 'answer.dag-2': 'ja', 'answer.kommentar-dag-1': 'Solen kom' },
    });
    const both = await sara.open(sara.plan);
    expect(both.$('[name^="answer.dag-"]:checked')).to.have.length(2);
    expect(wordsOf(both)).to.include('Solen kom').and.include('Det regnede');
  });

  it('asks about what looks like a CPR number before it is stored, in a plan and beside a tick', async () => {
    const tro = await sara.press({
      page: await sara.open(`${sara.plan}/trin/plan`),
      intent: 'next',
      fill: { 'answer.hvad': 'Ring om 0101901234', 'answer.hvor-meget': 'en gang' },
    });
    expect(tro.status).to.equal(422);
    expect(tro.$('[name="answer.hvad"]').val()).to.equal('Ring om 0101901234');
    const { draft = {} } = (await world.responses.get(sara.of)) ?? {};
    expect([draft['hvad'], draft['hvor-meget']]).to.deep.equal([undefined, 'en gang']);
    const week = await makePlan(sara);
    const fill = { 'answer.dag-2': 'ja', 'answer.kommentar-dag-2': 'Mit nr er 010190 1234' };
    const asked = await sara.press({ page: week, intent: 'save', fill });
    expect(asked.errors).to.have.length(1);
    expect(asked.errors[0]).to.match(/^"Kommentar til tirsdag.*ligner et cpr-nummer/);
    expect(asked.$('details[open] [name="cpr.kommentar-dag-2"]')).to.have.length(1);
    const kept = String(asked.$('[name="cpr.kommentar-dag-2"]').val());
    await sara.press({ page: asked, intent: 'save', fill: { 'cpr.kommentar-dag-2': kept } });
    const after = (await world.responses.get(sara.of))?.draft;
    expect(after).to.deep.include({ 'dag-2': ['ja'], 'kommentar-dag-2': 'Mit nr er 010190 1234' });
  });

  it('saves a tick by itself, and lets it be taken back on the same page', async () => {
    const week = await makePlan(sara);
    const saved = await sara.autosave({ page: week, fill: { 'answer.dag-2': 'ja' } });
    const { fields } = (await saved.json()) as { fields: { base: string } };
    await sara.autosave({ page: week, fill: { 'answer.dag-2': [], base: fields.base } });
    expect((await world.responses.get(sara.of))?.draft['dag-2']).to.deep.equal([]);
  });

  it('asks how it went when the week is over, helps where it did not hold, and carries the plan on', async () => {
    await makePlan(sara, { 'answer.hvor-meget': '20 minutter' });
    world.pass(6 * DAY);
    const late = await world.arrive();
    const own = await world.responses.ofPerson(sara.of.room, sara.of.person);
    expect(planToday({ own, room: sara.of.room, now: world.clock() })?.href).to.equal(`${sara.plan}/trin/gik`);
    const how = await late.open(`${late.plan}/trin/gik`);
    expect((await late.press({ page: how, intent: 'next' })).status).to.equal(422);
    const solve = await late.press({ page: how, intent: 'next', fill: { 'answer.gik': 'delvist' } });
    expect(solve.path).to.equal(`${late.plan}/trin/loes`);
    const closed = await late.press({ page: solve, intent: 'send', fill: { 'answer.ideer': ['mindre'] } });
    expect(wordsOf(closed)).to.include('Lidt er også noget.').and.include('Samme plan, men gør den mindre');
    const smaller = closed.$('.plan-next a').eq(1).attr('href') ?? '';
    expect(smaller).to.include('modul-2-handleplan/trin/begynd?fra=mindre');
    const plan = await late.press({ page: await late.open(smaller), intent: 'next' });
    expect(plan.$('[name="answer.hvor-meget"]').val()).to.equal('20 minutter');
    expect(wordsOf(plan)).to.include('Sådan kan planen blive mindre').and.include('Skær det midt over.');
  });

  it('goes on after the course with plans of one’s own, which no one else reads', async () => {
    await makePlan(sara);
    const all = await sara.open(`${sara.home}/handleplaner`);
    expect(wordsOf(all)).to.include('Min plan for uge 48');
    const own = `${sara.home}/aktivitet/handleplan-2026-11-30`;
    const last = await makePlan(sara, {}, own);
    expect(wordsOf(last)).to.include('Min plan for uge 49').and.include('Kun du kan læse planen');
    expect((await sara.open(`${sara.home}/aktivitet/handleplan-2026-12-01`)).status).to.equal(404);
  });

  it('is read by the instructor only where the participant lets it, ticks and outcome with it', async () => {
    const ib = await world.arrive(teacher);
    await makePlan(sara, { 'answer.laeser': 'instruktoer' });
    const bo = await world.arrive({ person: { subject: '5', name: 'Bo' } });
    await makePlan(bo, { 'answer.hvad': 'Min hemmelighed' });
    await sara.press({ page: await sara.open(sara.plan), intent: 'save', fill: { 'answer.dag-2': 'ja' } });
    const how = await sara.open(`${sara.plan}/trin/gik`);
    await sara.press({ page: how, intent: 'next', fill: { 'answer.gik': 'gennemfoert' } });
    const shared = wordsOf(await ib.open(ib.plan));
    expect(shared)
      .to.include('Sara Holm')
      .and.include('Jeg går en tur')
      .and.include('tirsdag')
      .and.include('Gennemført');
    expect(shared).to.include('1 deltager har lavet en plan for sig selv.');
    expect(shared).not.to.include('Min hemmelighed').and.not.include('Bo');
    const private_ = await sara.open(`${sara.plan}/trin/plan`);
    await sara.press({ page: private_, intent: 'send', fill: { 'answer.laeser': 'mig' } });
    expect(wordsOf(await ib.open(ib.plan))).not.to.include('Jeg går en tur');
    expect((await world.responses.list(sara.of.room, sara.of.activity)).map(({ sent }) => sent)).to.deep.equal([
      { laeser: 'mig' },
      { laeser: 'mig' },
    ]);
  });

  it('may be made by the instructor and shown to the class, without a grade', async () => {
    const ib = await world.arrive(teacher);
    await makePlan(ib, { 'answer.hvad': 'Jeg cykler', 'answer.laeser': 'hold' });
    await makePlan(sara);
    expect(wordsOf(await sara.open(sara.plan)))
      .to.include('Din instruktørs plan')
      .and.include('Jeg cykler');
    expect(wordsOf(await ib.open(`${ib.plan}/vis`))).to.include('Jeg cykler');
    const [own] = await world.responses.ofPerson(ib.of.room, ib.of.person);
    expect(own?.reports).to.deep.equal([]);
    expect(await world.responses.list(sara.of.room, sara.of.activity)).to.have.length(1);
  });

  it('keeps the text of a form whose session has ended', async () => {
    const page = await sara.press({ page: await sara.open(sara.plan), intent: 'next' });
    const body = new URLSearchParams(
      page
        .$('#activity')
        .serializeArray()
        .map(({ name, value }): [string, string] => [name, value]),
    );
    body.set('answer.hvad', 'Skrevet længe');
    const path = page.$('#activity').attr('action') ?? '';
    const answer = await fetch(world.origin + path, { method: 'POST', body });
    expect(await answer.text())
      .to.include('Din tekst er gemt')
      .and.include('Skrevet længe');
    expect((await world.responses.get(sara.of))?.draft['hvad']).to.equal('Skrevet længe');
  });
});
