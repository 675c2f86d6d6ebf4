import { expect } from 'chai';
import { createEmail, createSms } from '../../../src/features/reminders/index.ts';
import { startMailServer, type MailServer } from './mailServer.ts';
import { startSmsGateway, type SmsGateway } from './smsGateway.ts';

const message = { subject: 'Onlinemøde', text: 'Hej æøå\n', stopUrl: 'https://lti.example.dk/stop/x', ref: '' };

describe('e-mail, by a real SMTP server', () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.stop());
  const send = (change = {}) =>
    createEmail({ url: server.url, from: 'Besked <besked@example.dk>', requireTls: false, ...change })(
      'sara@example.dk',
      message,
    );

  it('arrives, with what lets a mail program stop it by one press', async () => {
    expect(await send()).to.deep.equal({ kind: 'sent', cause: '' });
    const [mail] = server.mails;
    expect(mail?.to).to.deep.equal(['sara@example.dk']);
    expect(mail?.text).to.include('Hej æøå');
    expect(mail?.header('List-Unsubscribe')).to.equal('<https://lti.example.dk/stop/x>');
    expect(mail?.header('List-Unsubscribe-Post')).to.equal('List-Unsubscribe=One-Click');
    expect(mail?.header('Auto-Submitted')).to.equal('auto-generated');
    expect(mail?.header('From')).to.equal('Besked <besked@example.dk>');
  });

  const troubles = [
    ['unknown-receiver', 'refused'],
    ['later', 'later'],
    ['blocked', 'dropped'],
  ] as const;
  for (const [trouble, kind] of troubles) {
    it(`is ${kind} where the server says ${trouble}`, async () => {
      server.trouble = trouble;
      expect(await send()).to.include({ kind });
    });
  }

  it('is tried later where nobody listens, and where encryption is wanted and not there', async () => {
    expect(await send({ requireTls: true })).to.include({ kind: 'later' });
    await server.stop();
    expect(await send()).to.include({ kind: 'later', cause: 'connection' });
  });

  it('is uncertain where the connection is lost after the message was given', async () => {
    server.trouble = 'hang';
    server.onMail = () => void server.stop();
    expect(await send()).to.include({ kind: 'uncertain' });
  });
});

describe('SMS, by a real HTTP server', () => {
  let gateway: SmsGateway;
  beforeEach(async () => {
    gateway = await startSmsGateway();
  });
  afterEach(() => gateway.close());
  const send = (kind: 'generic' | 'gatewayapi' = 'generic') =>
    createSms({ gateway: kind, url: gateway.url, token: 'hemmelig', sender: 'Besked' })('+4520123456', message);

  it('speaks our own contract', async () => {
    expect(await send()).to.deep.equal({ kind: 'sent', cause: '' });
    expect(gateway.requests[0]?.headers.authorization).to.equal('Bearer hemmelig');
    expect(gateway.requests[0]?.body).to.deep.equal({ to: '+4520123456', from: 'Besked', text: message.text });
  });

  it('speaks GatewayAPI’s', async () => {
    expect(await send('gatewayapi')).to.include({ kind: 'sent' });
    const { headers, body } = gateway.requests[0] ?? {};
    expect(headers?.authorization).to.equal(`Basic ${Buffer.from('hemmelig:').toString('base64')}`);
    expect(body).to.deep.equal({ sender: 'Besked', message: message.text, recipients: [{ msisdn: 4520123456 }] });
  });

  const answers: ['generic' | 'gatewayapi', number, string, string][] = [
    ['generic', 410, '', 'refused'],
    ['generic', 422, '', 'refused'],
    ['generic', 400, '', 'dropped'],
    ['generic', 302, '', 'dropped'],
    ['generic', 429, '', 'later'],
    ['generic', 503, '', 'later'],
    ['generic', 500, '', 'uncertain'],
    ['generic', 0, '', 'uncertain'],
    ['gatewayapi', 403, '{"code":"0x0215","message":"MSISDN %1 blacklisted"}', 'refused'],
    ['gatewayapi', 403, '{"code":"0x0216","message":"Insufficient credit"}', 'later'],
    ['gatewayapi', 422, '{"code":"0x0308"}', 'dropped'],
    ['gatewayapi', 401, '{}', 'later'],
  ];
  for (const [kind, status, body, result] of answers) {
    it(`takes ${kind}'s ${status} ${body} as ${result}`, async () => {
      gateway.answer = { status, body };
      expect(await send(kind)).to.include({ kind: result });
    });
  }

  it('is tried later where nobody listens', async () => {
    await gateway.close();
    expect(await send()).to.include({ kind: 'later', cause: 'connection' });
  });
});
