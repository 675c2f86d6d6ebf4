import { expect } from 'chai';
import { makeDone, planWeek } from './answers.ts';
import { choices, codeIn, turnOnEmail, withSara, type RemindersWorld, type Visitor } from './world.ts';

const MINUTE = 60_000;

describe('reminders, as they go out', function () {
  this.timeout(30_000);
  let world: RemindersWorld;
  let sara: Visitor;
  withSara((given) => ({ world, sara } = given));
  const mails = () => world.mail.mails;
  const subscription = () => world.reminders.get(sara, 'email');

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
    const asked = await page.text();
    expect(asked).to.include('Vil du stoppe påmindelser på e-mail?');
    expect(asked, 'a message may be passed on').not.to.match(/Tættere på job|Prøve|Hold 7|Sara/i);
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

  it('do not come for what is done, to people who have left, or in a room that has ended', async () => {
    await turnOnEmail(world, sara);
    await makeDone(world, sara, ['modul-1-forberedelse', 'modul-1-mere']);
    world.passTo('2026-12-01T09:00Z');
    await world.work();
    expect(mails(), 'sent already').to.have.length(0);

    world.members.list = ['another'];
    world.passTo('2026-12-03T08:10Z');
    await world.work();
    expect(mails(), 'no longer on the list').to.have.length(0);

    world.members.list = 'silent';
    world.passTo('2026-12-08T09:10Z');
    await world.work();
    expect(mails(), 'a list that is not given says nothing').to.have.length(1);

    world.passTo('2026-12-21T08:00Z');
    await world.work();
    expect(mails(), 'over').to.have.length(1);
  });

  it('come for the plan in a week that has one, on days that are not ticked', async () => {
    await turnOnEmail(world, sara, { ...choices, hvad: 'plan', plandage: ['2', '3', '4'] });
    world.passTo('2026-12-01T08:00Z');
    await world.work();
    expect(mails(), 'no plan').to.have.length(0);
    await planWeek(world, sara, { uge: '2026-11-30', 'dag-3': 'ja' });
    world.passTo('2026-12-02T08:00Z');
    await world.work();
    expect(mails(), 'ticked').to.have.length(0);
    world.passTo('2026-12-03T08:00Z');
    await world.work();
    expect(mails().map((mail) => mail.header('Subject'))).to.deep.equal(['Din plan i dag']);
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
});
