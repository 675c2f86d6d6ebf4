import { expect } from 'chai';
import { until } from '../../support/waiting.ts';
import { choices, codeIn, remindersWorld, turnOnEmail, withSara, type RemindersWorld, type Visitor } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the page of reminders', function () {
  this.timeout(30_000);
  let world: RemindersWorld;
  let sara: Visitor;
  withSara((given) => ({ world, sara } = given));
  const mails = () => world.mail.mails;
  const lastCode = () => codeIn(mails().at(-1)?.text ?? '');
  const subscription = () => world.reminders.get(sara, 'email');

  it('are off until someone has typed the code that came', async () => {
    expect((await sara.show()).words)
      .to.include('Intet er slået til på forhånd.')
      .and.include('Den er ikke slået til.');
    const asked = await sara.post('email/adresse', { adresse: ' sara@example.dk ' });
    expect(asked.words).to.include('Koden er på vej til sara@example.dk');
    expect(mails()).to.have.length(1);
    expect(mails()[0]?.to).to.deep.equal(['sara@example.dk']);
    const wrong = await sara.post('email/kode', { kode: lastCode() === '000000' ? '000001' : '000000' });
    expect(wrong.status).to.equal(422);
    expect(wrong.words).to.include('Koden passer ikke.');
    const code = lastCode();
    const on = await sara.post('email/kode', { kode: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(on.words).to.include('Koden passer').and.include('Du har ikke valgt noget endnu.');
    world.passTo('2026-12-03T08:10Z');
    await world.work();
    expect(mails(), 'nothing is chosen').to.have.length(1);
  });

  it('send a limited number of codes, whoever asks', async () => {
    const send = (who: Visitor) => who.post('email/adresse', { adresse: 'sara@example.dk' });
    for (let time = 0; time < 3; time++) expect((await send(sara)).status).to.equal(200);
    expect((await send(sara)).words).to.include('Der er sendt nok koder lige nu.');
    const bo = await world.arrive({ person: { subject: '5', name: 'Bo' } });
    expect((await send(bo)).status, 'the address has had enough').to.equal(422);
    expect(mails()).to.have.length(3);
    world.pass(HOUR);
    for (let time = 0; time < 4; time++) await send(bo);
    expect(mails()).to.have.length(6);
    world.pass(HOUR);
    await send(bo);
    expect(mails(), 'a day').to.have.length(6);
  });

  it('take five tries at a code, for a quarter of an hour', async () => {
    await sara.post('email/adresse', { adresse: 'sara@example.dk' });
    const right = lastCode();
    const wrong = right === '000000' ? '000001' : '000000';
    for (let time = 0; time < 5; time++) await sara.post('email/kode', { kode: wrong });
    expect((await sara.post('email/kode', { kode: right })).words).to.include('Koden er prøvet for mange gange.');
    await sara.post('email/kode', { handling: 'igen' });
    world.pass(15 * MINUTE);
    await sara.post('email/kode', { kode: lastCode() });
    expect((await subscription())?.state).to.equal('off');
  });

  it('keep the old address until the code of a new one is typed', async () => {
    await turnOnEmail(world, sara);
    await sara.post('email/adresse', { adresse: 'ny@example.dk' });
    expect((await subscription())?.address).to.equal('sara@example.dk');
    await sara.post('email/kode', { kode: lastCode() });
    expect((await subscription())?.address).to.equal('ny@example.dk');
  });

  it('say what is wrong with a choice, and keep what was chosen', async () => {
    await turnOnEmail(world, sara);
    const page = await sara.post('email/valg', { ...choices, hvad: 'plan', tid: '23:00', dage: ['1', '2'] });
    expect(page.status).to.equal(422);
    expect(page.words).to.include('Vælg mindst én dag til din plan').and.include('Vælg en af mulighederne');
    expect(page.$('#email-hvad-plan').attr('checked')).not.to.equal(undefined);
    expect((await subscription())?.choices.webinar, 'nothing has changed').to.equal(true);
    const saved = await sara.post('email/valg', { ...choices, hvad: 'plan', plandage: ['1', '3'] });
    expect(saved.words).to.include('Dit valg er gemt');
    expect((await subscription())?.choices.plan).to.deep.equal({ on: true, weekdays: [1, 3], time: '09:00' });
  });

  it('are for participants only, and for no one’s form but one’s own', async () => {
    const ulla = await world.arrive({ person: { subject: '9', name: 'Ulla' }, role: 'instructor' });
    expect((await ulla.show()).status).to.equal(404);
    const body = new URLSearchParams({ adresse: 'sara@example.dk' });
    const forged = await sara.ask(`${sara.page}/email/adresse`, { method: 'POST', body });
    expect(forged.status).to.be.within(400, 499);
    expect(mails()).to.have.length(0);
  });

  it('answer whatever is posted without failing', async () => {
    await turnOnEmail(world, sara);
    const odd = ['', '\0', 'æ'.repeat(50_000), '<script>', '__proto__', '-1', '1e9', '٣', '2026-02-30', '%'];
    const names = [
      'adresse',
      'kode',
      'handling',
      'hvad',
      'naar',
      'dage',
      'ugedag',
      'tid',
      'plandage',
      'plantid',
      'constructor',
    ];
    for (const path of [
      'email/adresse',
      'email/kode',
      'email/valg',
      'sms/adresse',
      'sms/kode',
      'sms/valg',
      'kalender',
      'fax/kode',
    ]) {
      for (const value of odd) {
        const fields = Object.fromEntries(names.map((name, index) => [name, index % 2 ? value : [value, value]]));
        expect((await sara.post(path, fields)).status, `${path} ${value.slice(0, 9)}`).to.be.below(500);
      }
    }
    for (const at of ['email/kode', 'email/valg', 'kalender']) {
      expect((await sara.ask(`${sara.page}/${at}`)).status, 'loaded anew').to.equal(200);
    }
  });

  it('leave no address, code or token in the log', async () => {
    await sara.post('email/adresse', { adresse: 'sara@example.dk' });
    const code = lastCode();
    await sara.post('email/kode', { kode: code });
    await sara.post('email/valg', { ...choices, hvad: 'webinar' });
    const made = await sara.post('kalender', { handling: 'ny' });
    const feed = made.$('#adresse').attr('value') ?? '';
    await fetch(feed);
    world.passTo('2026-12-03T08:00Z');
    await world.work();
    const stop = /\/stop\/([\w-]+)/.exec(mails().at(-1)?.text ?? '')?.[1] ?? '';
    await fetch(`${world.origin}/stop/${stop}`, { method: 'POST' });
    const token = /([\w-]{22})\.ics/.exec(feed)?.[1] ?? '';
    // A request is logged once its answer is on the way.
    await until('the stop is logged', () => world.log().includes('/stop/…'));
    expect(world.log()).to.include('reminder-sent').and.include('/kalender/…');
    for (const secret of [code, token, stop, 'sara@', 'example.dk']) {
      expect(secret.length).to.be.greaterThan(4);
      expect(world.log()).not.to.include(secret);
    }
  });
});

describe('reminders where no channel is set up', () => {
  it('are the calendar only, and the page says so', async () => {
    const world = await remindersWorld({ offered: false });
    const sara = await world.arrive();
    const page = await sara.show();
    expect(page.words).to.include('E-mail og SMS er ikke sat op her.').and.include('I din kalender');
    expect(page.$('main form')).to.have.length(1);
    expect((await sara.post('email/adresse', { adresse: 'sara@example.dk' })).status).to.equal(404);
    await world.close();
  });
});
