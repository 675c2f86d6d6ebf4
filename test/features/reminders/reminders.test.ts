import { expect } from 'chai';
import { makeDone } from './answers.ts';
import {
  choices,
  codeIn,
  remindersWorld,
  turnOnEmail,
  withWebinar,
  type RemindersWorld,
  type Visitor,
} from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('reminders', function () {
  this.timeout(30_000);
  let world: RemindersWorld;
  let sara: Visitor;
  beforeEach(async () => {
    world = await remindersWorld();
    sara = await world.arrive();
    await world.schedules.save(sara.room, withWebinar, 'ulla');
  });
  afterEach(() => world.close());
  const mails = () => world.mail.mails;
  const lastCode = () => codeIn(mails().at(-1)?.text ?? '');
  const subscription = () => world.reminders.get(sara, 'email');

  it('are off until someone has typed the code that came', async () => {
    expect((await sara.show()).words)
      .to.include('Intet er slået til på forhånd.')
      .and.include('Den er ikke slået til.');
    const asked = await sara.post('email/adresse', { adresse: ' sara@example.dk ' });
    expect(asked.words).to.include('Koden er sendt til sara@example.dk');
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

  it('come once, with two workers, and stop by one press in the message', async () => {
    await turnOnEmail(world, sara);
    world.passTo('2026-12-01T08:59Z');
    await world.work();
    expect(mails()).to.have.length(0);
    world.passTo('2026-12-01T09:00Z');
    await world.work();
    await world.work();
    expect(mails().map((mail) => mail.header('Subject'))).to.deep.equal(['Husk forberedelsen']);
    const [mail] = mails();
    expect(mail?.text).to.include('Log ind, som du plejer.');
    world.passTo('2026-12-03T08:00Z');
    await world.work();
    expect(mails()[1]?.text).to.include('kl. 10.00');

    const link = new URL(/https?:\S+\/stop\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '').pathname;
    const page = await fetch(world.origin + link);
    expect(await page.text()).to.include('Vil du stoppe påmindelser på e-mail?');
    expect((await subscription())?.state, 'a mail filter that looks at it stops nothing').to.equal('on');
    const stopped = await fetch(world.origin + link, { method: 'POST' });
    expect(await stopped.text()).to.include('Påmindelserne er stoppet');
    expect(await subscription()).to.include({ state: 'stopped', address: '' });
    expect(await (await fetch(world.origin + link)).text()).to.include('Du får ikke flere.');
    world.passTo('2026-12-10T08:30Z');
    await world.work();
    expect(mails()).to.have.length(2);
  });

  it('stop by the mail program’s own button, without session, and say so of a wrong link', async () => {
    await turnOnEmail(world, sara);
    world.passTo('2026-12-01T09:00Z');
    await world.work();
    const header = mails()[0]?.header('List-Unsubscribe') ?? '';
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await fetch(header.slice(1, -1), { method: 'POST', body });
    expect(answer.status).to.equal(200);
    expect((await subscription())?.state).to.equal('stopped');
    for (const method of ['GET', 'POST']) {
      for (const token of ['AAAAAAAAAAAAAAAAAAAAAA', 'x', '%00', 'a'.repeat(5000)]) {
        const wrong = await fetch(`${world.origin}/stop/${token}`, { method, headers: { 'accept-language': 'da' } });
        expect(wrong.status).to.equal(404);
        expect(await wrong.text()).to.include('Linket virker ikke');
      }
    }
  });

  it('do not come for what is done, to who has left, nor in a room that has ended', async () => {
    await turnOnEmail(world, sara);
    await makeDone(world, sara, ['modul-1-forberedelse', 'modul-1-mere']);
    world.passTo('2026-12-01T09:00Z');
    await world.work();
    expect(mails(), 'sent already').to.have.length(0);

    world.roster.answer = { kind: 'members', members: [{ subject: 'another', name: '', role: 'participant' }] };
    world.passTo('2026-12-03T08:10Z');
    await world.work();
    expect(mails(), 'no longer on the list').to.have.length(0);

    world.roster.answer = { kind: 'silent' };
    world.passTo('2026-12-08T09:10Z');
    await world.work();
    expect(mails(), 'a list that is not given says nothing').to.have.length(1);

    world.passTo('2026-12-21T08:00Z');
    await world.work();
    expect(mails(), 'over').to.have.length(1);
  });

  it('do not come to one who teaches here now', async () => {
    await turnOnEmail(world, sara);
    await world.arrive({ role: 'instructor' });
    world.passTo('2026-12-01T09:00Z');
    await world.work();
    expect(mails()).to.have.length(0);
  });

  it('wait while the server is away, and are given up when it is too late', async () => {
    await turnOnEmail(world, sara, { ...choices, hvad: 'webinar' });
    await world.mail.stop();
    world.passTo('2026-12-03T08:00Z');
    await world.work();
    expect((await subscription())?.retry).to.include({ attempts: 1 });
    world.pass(30_000);
    await world.work();
    expect((await subscription())?.retry, 'not before its time').to.include({ attempts: 1 });
    world.pass(MINUTE);
    await world.work();
    expect((await subscription())?.retry).to.include({ attempts: 2 });
    await world.mail.start();
    world.pass(3 * MINUTE);
    await world.work();
    expect(mails()).to.have.length(1);

    await world.mail.stop();
    world.passTo('2026-12-10T08:00Z');
    await world.work();
    await world.mail.start();
    world.passTo('2026-12-10T09:00Z');
    await world.work();
    expect(mails(), 'the webinar has begun').to.have.length(1);
  });

  it('end for an address that takes nothing, and the page says so', async () => {
    await turnOnEmail(world, sara);
    world.mail.trouble = 'unknown-receiver';
    world.passTo('2026-12-01T09:00Z');
    await world.work();
    expect(await subscription()).to.include({ state: 'refused', address: '' });
    // Three days later the session is long over.
    sara = await world.arrive();
    expect((await sara.show()).words).to.include('Din e-mail tog ikke imod den sidste besked.');
  });

  it('are not sent again when nobody knows whether they went', async () => {
    await turnOnEmail(world, sara, { ...choices, hvad: 'webinar' });
    world.mail.trouble = 'hang';
    world.mail.onMail = () => void world.mail.stop();
    world.passTo('2026-12-03T08:00Z');
    await world.work();
    await world.mail.start();
    world.pass(20 * MINUTE);
    await world.work();
    expect(mails()).to.have.length(1);
    expect(world.log()).to.include('reminder-uncertain');
  });

  it('send so many codes and no more, whoever asks', async () => {
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

  it('come by SMS in the person’s own language, to a number with its country', async () => {
    const ann = await world.arrive({ person: { subject: '6', name: 'Ann' }, language: 'en' });
    expect((await ann.post('sms/adresse', { adresse: '20 12 34 56' })).words).to.include('+4520123456');
    const code = codeIn(String(world.gateway.requests[0]?.body['text']));
    await ann.post('sms/kode', { kode: code });
    await ann.post('sms/valg', { ...choices, hvad: 'webinar' });
    world.passTo('2026-12-03T08:00Z');
    await world.work();
    expect(world.gateway.requests[1]?.body).to.include({ to: '+4520123456' });
    expect(world.gateway.requests[1]?.body['text']).to.match(/^The online meeting begins at 10:00\. .*\/stop\//);
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
    expect(world.log()).to.include('reminder-sent').and.include('/stop/…').and.include('/kalender/…');
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
