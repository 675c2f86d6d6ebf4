import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import {
  choices,
  codeIn,
  remindersWorld,
  turnOnEmail,
  webhookSecret,
  withSara,
  withWebinar,
  type RemindersWorld,
  type Visitor,
} from './world.ts';

describe('messages that did not arrive', function () {
  this.timeout(30_000);
  let world: RemindersWorld;
  let sara: Visitor;
  withSara((given) => ({ world, sara } = given));

  const post = (path: string, body: unknown, headers: Record<string, string>) =>
    fetch(`${world.origin}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const tell = (channel: string, body: unknown, secret = webhookSecret) =>
    post(`/leveringer/${channel}`, body, { authorization: `Bearer ${secret}` });
  const refIn = async () => {
    world.passTo('2026-12-03T08:00Z');
    await world.work();
    return /^retur\+([\w-]{43})@example\.dk$/.exec(world.mail.mails.at(-1)?.from ?? '')?.[1] ?? '';
  };
  const subscription = (kind: 'email' | 'sms' = 'email') => world.reminders.get(sara, kind);

  it('stop the channel on the third day of a month, and its page says so; nothing of whom is in the log', async () => {
    await turnOnEmail(world, sara, { ...choices, hvad: 'webinar' });
    const ref = await refIn();
    expect(world.mail.mails.at(-1)?.header('From')).to.include('besked@example.dk');
    for (const day of ['03', '03', '04']) {
      world.passTo(`2026-12-${day}T10:00Z`);
      expect((await tell('email', { ref, result: 'undelivered' })).status).to.equal(204);
      expect((await subscription())?.state).to.equal('on');
    }
    world.passTo('2026-12-05T10:00Z');
    await tell('email', { ref, result: 'undelivered' });
    expect(await subscription()).to.include({ state: 'refused', address: '' });
    sara = await world.arrive();
    expect((await sara.show()).words).to.include('Din e-mail tog ikke imod');
    expect(world.log()).to.include('"code":"reminder-channel-ended"');
    expect(world.log()).not.to.include(ref).and.not.to.include('sara@example.dk');
  });

  it('are forgotten after a month, and when one arrives', async () => {
    await turnOnEmail(world, sara, { ...choices, hvad: 'webinar' });
    const ref = await refIn();
    for (const day of ['2026-12-03', '2026-12-04', '2027-01-10']) {
      world.passTo(`${day}T10:00Z`);
      await tell('email', { ref, result: 'undelivered' });
    }
    expect((await subscription())?.undelivered).to.have.length(1);
    await tell('email', { ref, result: 'arrived' });
    expect(await subscription()).to.deep.include({ state: 'on', undelivered: [] });
  });

  it('are told by GatewayAPI in a signed token, which alone is believed', async () => {
    await world.close();
    world = await remindersWorld({ gateway: 'gatewayapi' });
    sara = await world.arrive();
    await world.schedules.save(sara.room, withWebinar, 'ulla');
    await sara.post('sms/adresse', { adresse: '20123456' });
    await sara.post('sms/kode', { kode: codeIn(String(world.gateway.requests.at(-1)?.body['message'])) });
    await sara.post('sms/valg', { ...choices, hvad: 'webinar' });
    world.passTo('2026-12-03T08:00Z');
    await world.work();
    const ref = String(world.gateway.requests.at(-1)?.body['userref']);
    const told = (status: string, secret = webhookSecret) => {
      const body = { id: 1, msisdn: 4520123456, time: 1, status, userref: ref };
      return post('/leveringer/sms', body, { 'x-gwapi-signature': jwt.sign(body, secret) });
    };
    for (const [at, status] of [
      ['2026-12-03', 'UNDELIVERABLE'],
      ['2026-12-04', 'EXPIRED'],
      ['2026-12-04', 'ENROUTE'],
      ['2026-12-05', 'REJECTED'],
    ] as const) {
      world.passTo(`${at}T10:00Z`);
      expect((await told(status)).status).to.equal(204);
    }
    expect((await subscription('sms'))?.undelivered).to.have.length(2);
    expect((await told('UNDELIVERABLE', 'another-secret-as-long-as-ours-is')).status).to.equal(401);
    const unsigned = await post('/leveringer/sms', { userref: ref, status: 'UNDELIVERABLE' }, {});
    expect(unsigned.status).to.equal(401);
    world.passTo('2026-12-06T10:00Z');
    await told('UNDELIVERABLE');
    expect(await subscription('sms')).to.include({ state: 'refused', address: '' });
  });

  it('change nothing where the secret is wrong, the message unknown, or the channel another', async () => {
    await turnOnEmail(world, sara, { ...choices, hvad: 'webinar' });
    const ref = await refIn();
    expect((await tell('email', { ref, result: 'undelivered' }, 'guess')).status).to.equal(401);
    expect((await tell('fax', { ref, result: 'undelivered' })).status).to.equal(404);
    for (const body of [{ ref: 'x'.repeat(43), result: 'undelivered' }, { ref: 7 }, [], { ref, result: 'burnt' }])
      expect((await tell('email', body)).status).to.equal(204);
    expect((await tell('sms', { ref, result: 'undelivered' })).status).to.equal(204);
    expect(await subscription()).to.deep.include({ state: 'on', undelivered: [] });
  });

  it('say nothing of a code: it has no name that anyone could tell of', async () => {
    await sara.post('email/adresse', { adresse: 'sara@example.dk' });
    expect(world.mail.mails.at(-1)?.from).to.equal('besked@example.dk');
  });
});
