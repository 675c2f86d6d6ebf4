import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { load } from 'cheerio';
import { command, platformCommand, start } from '../cli/command.ts';
import { startMailServer, type MailServer } from '../features/reminders/mailServer.ts';
import { startSmsGateway, type SmsGateway } from '../features/reminders/smsGateway.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { createWebClient, type WebClient } from '../support/platform/webClient.ts';
import { startProduct, type Product } from '../support/product.ts';
import { everyPage, roomVisitor, type RoomVisitor } from '../support/roomVisitor.ts';
import { until, untilLogged } from '../support/waiting.ts';
import { filledIn, formsIn, twoOfEach } from './support/forms.ts';
import { planting, type Planted } from './support/planted.ts';
import { notWritable } from './support/storeTroubles.ts';

describe('a planted word', function () {
  this.timeout(180_000);
  let planted: Planted;
  let product: Product;
  let platform: Platform;
  let mail: MailServer;
  let sms: SmsGateway;
  let settings: Record<string, string>;
  let mette: RoomVisitor;
  const phone = `20${String(Date.now()).slice(-6)}`;

  const secret = (name: string, value: string): string => {
    planted.add(name, value);
    return value;
  };
  before(async () => {
    planted = planting();
    mail = await startMailServer();
    sms = await startSmsGateway();
    settings = {
      SMTP_URL: mail.url,
      MAIL_FROM: 'besked@example.dk',
      SMS_GATEWAY: 'generic',
      SMS_URL: sms.url,
      SMS_TOKEN: secret('SMS_TOKEN', planted.word('sms-token')),
      SMS_SENDER: 'Kursus',
      METRICS_TOKEN: secret('METRICS_TOKEN', planted.word('metrics-token')),
      TOOL_SECRET: secret('TOOL_SECRET', planted.word('tool-secret-of-thirty-two-letters')),
      DATA_KEY: secret('DATA_KEY', randomBytes(32).toString('base64')),
    };
    product = await startProduct({ SANDBOX: 'off', LOG_LEVEL: 'trace', ...settings });
    platform = await startPlatform({ toolUrl: product.url });
    platform.misbehave.claims = (claims) =>
      claims.sub === people.mette
        ? { ...claims, name: planted.word('name'), email: `${planted.word('claimed')}@mail.example` }
        : claims;
    await platform.registerWithTool();
    planted.add('a phone number', phone);
    mette = await roomVisitor(platform, people.mette);
  });
  after(async () => {
    planted.stop();
    await product.remove();
    await platform.close();
    await mail.stop();
    await sms.close();
  });

  const words = (purpose: string) => `Jeg skriver ${planted.word(purpose)} her`;
  const address = () => `${planted.word('mail')}@mail.example`;

  /** Fills in and sends every form of a role; with `again`, as its answers are. */
  const sendEverything = async (visitor: RoomVisitor, purpose: string, alike = 2) => {
    const forms = twoOfEach((await everyPage(visitor, alike)).flatMap(formsIn)).filter(
      ({ action }) => !action.endsWith('/slet'),
    );
    for (const form of forms) await visitor.post(form.action, filledIn(form, words(purpose)));
    return forms;
  };

  /** The way to e-mail and SMS: an address, a code, and what the gateway or the mail server says to it. */
  const askForReminders = async () => {
    const page = `${mette.home}paamindelser`;
    const post = async (path: string, fields: Record<string, string>) => {
      const csrf = String(load((await mette.get(page)).html)('input[name=_csrf]').val());
      return mette.post(`${page}/${path}`, Object.entries({ _csrf: csrf, ...fields }));
    };
    for (const trouble of ['unknown-receiver', 'blocked', 'none'] as const) {
      mail.trouble = trouble;
      await post('email/adresse', { adresse: address() });
    }
    await until('the code has come', () => mail.mails.length > 0);
    for (const answer of [
      { status: 500, body: `{"error":"${words('gateway')}"}` },
      { status: 0, body: '' },
      { status: 200, body: words('gateway') },
    ]) {
      sms.answer = answer;
      await post('sms/adresse', { adresse: phone });
    }
    expect(sms.requests.length, 'the number was used').to.be.above(0);
  };

  const expectNothingIn = (place: string, text: string) => {
    expect(planted.foundIn(text), place).to.deep.equal([]);
  };

  const byLink = async (script: 'page' | 'link'): Promise<WebClient & { home: string }> => {
    const env = { PORT: new URL(product.url).port, DATA_DIR: product.dataDir, ...settings };
    const out =
      script === 'page' ? (await platformCommand(env, ['page'])).out : (await evaluationCommand(env, ['link'])).out;
    const [link = ''] = /http\S+/.exec(out) ?? [];
    planted.add('a link', link.split('/').at(-1) ?? '');
    const client = createWebClient();
    const home = await client.follow(await client.submit(await client.get(link)));
    expect(home.status, link).to.equal(200);
    return { ...client, home: home.url };
  };
  const evaluationCommand = async (env: Record<string, string>, given: string[]) => {
    const child = start('evaluation', env, given);
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    return { out };
  };

  it('is found where it is, however it is spelt', () => {
    const word = planted.word('proof');
    for (const spelt of [
      word,
      encodeURIComponent(word),
      ...['', 'x', 'xy'].map((before) => btoa(before + word + ' og mere')),
    ])
      expect(planted.foundIn(`{"msg":"${spelt}"}`), spelt).to.deep.equal([word]);
    expect(planted.foundIn('{"msg":"kanarie"}')).to.deep.equal([]);
  });

  it('is stored in every form by everyone, and read where it may be', async () => {
    const forms = await sendEverything(mette, 'mette', 4);
    expect(forms.length).to.be.above(12);
    await askForReminders();
    await sendEverything(await roomVisitor(platform, people.instructor), 'instructor');
    await sendEverything(await roomVisitor(platform, people.administrator), 'administrator');
    const page = await mette.get(`${mette.home}mine-data/kopi.json`);
    const copy = page.status === 200 ? page.html : (await mette.get(`${mette.home}mine-data`)).html;
    expect(copy + (await everyPage(mette, 2)).map(({ html }) => html).join('\n')).to.include(planted.word('mette'));
  });

  it('is on no page of people who may not read it', async () => {
    const others = [await roomVisitor(platform, people.jens), await roomVisitor(platform, people.administrator)];
    const pages = (await Promise.all(others.map((visitor) => everyPage(visitor, 2)))).flat();
    const operator = await byLink('page');
    const evaluator = await byLink('link');
    for (const client of [operator, evaluator]) pages.push(await client.get(client.home));
    expect(pages.length).to.be.above(30);
    const [own, name] = [planted.word('mette'), planted.word('name')];
    for (const { url, html } of pages) {
      const mayRead = [
        // An administrator helps people by name (docs/decisions/0022), and reads nothing else of them.
        ...(url.includes('/personer') ? [name] : []),
        // The instructor of this test lets everything through that the class is asked, without a name (docs/decisions/0039).
        ...(url.includes('/ideer') ? [own] : []),
      ];
      for (const word of [own, name, planted.word('mail'), phone])
        if (!mayRead.includes(word)) expect(html.includes(word), `${word} on ${url}`).to.equal(false);
    }
  });

  it('goes through faults of every kind', async () => {
    const form = formsIn(await mette.get(`${mette.home}aktivitet/modul-1-forberedelse/trin/3`))[0];
    if (!form) throw new Error('No form.');
    const sent = filledIn(form, words('fault'));
    const stranger = createWebClient();
    const bad = planted.word('token-of-no-one-and-long-enough');

    notWritable.begin(product);
    expect((await mette.post(form.action, sent)).status).to.equal(503);
    notWritable.end(product);
    for (const path of ['svar', 'stop', 'kalender', 'drift', 'evaluering'])
      await stranger.get(`${product.url}/${path}/${bad}`);
    await stranger.get(`${mette.home}?${new URLSearchParams({ gemt: words('query') }).toString()}`);
    await stranger.post(form.action, sent);
    await stranger.post(`${product.url}/lti/launch`, { id_token: `${btoa(words('jwt'))}.${bad}.x`, state: bad });
    await stranger.post(`${product.url}/lti/login`, { iss: `https://${bad}.example`, login_hint: words('hint') });
    await mette.post(form.action, [['_csrf', bad], ...sent.slice(1)]);
    await mette.post(form.action, [...sent, ['answer.haab', words('long').padEnd(1_200_000, '.')]]);
    stranger.setCookie(mette.home, { name: 'rum', value: bad, path: new URL(mette.home).pathname });
    await stranger.get(mette.home);

    platform.misbehave.next.token = [{ kind: 'status', status: 400, body: words('platform') }];
    platform.misbehave.next.scores = [{ kind: 'status', status: 500, body: words('platform') }];
    platform.misbehave.next.members = [{ kind: 'status', status: 500, body: words('platform') }];
    const jens = await roomVisitor(platform, people.jens);
    await jens.get(`${jens.home}aktivitet/modul-1-forberedelse`);
    await platform
      .launch({
        person: people.jens,
        activity: 'modul-1-forberedelse',
        changeLaunch: (fields) => ({ ...fields, id_token: `${fields['id_token'] ?? ''}x` }),
      })
      .catch(() => undefined);
    await untilLogged(product, 'request failed');
    await untilLogged(product, 'lti request refused');
  });

  it('goes through faults that nobody foresaw, and a start on a broken store', async () => {
    const database = new DatabaseSync(join(product.dataDir, 'store.sqlite'), { timeout: 5000 });
    // JSON to SQLite, which takes more than JSON.parse does: what that throws quotes the text.
    database
      .prepare(
        `UPDATE responses SET doc = substr(doc, 1, length(doc) - 1) || ? WHERE doc ->> '$.activity' LIKE 'modul-1%'`,
      )
      .run(`,"x":'${words('damaged')}'}`);
    database.close();
    expect((await mette.get(`${mette.home}aktivitet/modul-1-forberedelse`)).status).to.equal(500);
    await product.stop();
    await product.restart().catch(() => undefined);
    const env = { DATA_DIR: product.dataDir, ...settings };
    const { out, err } = await command('backup', env, join(product.dataDir, 'broken.backup'));
    expectNothingIn('what a command says', out + err);
  });

  it('is in no line of the log, no figure and no command line', async () => {
    const log = product.output();
    expect(log.split('\n').length).to.be.above(200);
    expect(planted.secrets()).to.be.above(50);
    expectNothingIn('the log', log);
    const metrics = await fetch(`${product.url}/metrics`, {
      headers: { authorization: `Bearer ${settings['METRICS_TOKEN'] ?? ''}` },
    });
    const figures = await metrics.text();
    expect(figures).to.include('http_request_seconds');
    expectNothingIn('/metrics', figures);
    const line = readFileSync(`/proc/${product.pid()}/cmdline`, 'utf8');
    expect(line).to.match(/main\.(ts|js)/);
    expectNothingIn('the command line', line);
  });
});
