import { expect } from 'chai';
import { load } from 'cheerio';
import { addDays, dayOf, instantOf, weekdayOf } from '../../src/domain/week.ts';
import { choices, codeIn } from '../features/reminders/world.ts';
import { startMailServer, type MailServer } from '../reminders/mailServer.ts';
import { formsOf } from '../support/participant.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { startProduct, type Product } from '../support/product.ts';
import { until } from '../support/waiting.ts';

const MINUTE = 60_000;

describe('a process that is killed while it reminds', function () {
  this.timeout(90_000);
  let product: Product;
  let platform: Platform;
  let mail: MailServer;

  beforeEach(async () => {
    mail = await startMailServer();
    const settings = { SMTP_URL: mail.url, MAIL_FROM: 'besked@example.dk' };
    product = await startProduct({ SANDBOX: 'off', ...settings });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
  });
  afterEach(async () => {
    await product.remove();
    await platform.close();
    await mail.stop();
  });

  const webinarDay = addDays(dayOf(Date.now()), 9);
  /** So many minutes after the reminder's time, by the product's clock. */
  const ahead = (minutes: number) => instantOf(webinarDay, '11:00') + minutes * MINUTE - Date.now();

  const enter = (person: string) => formsOf(platform, person);

  const askForReminder = async () => {
    const instructor = await enter(people.instructor);
    const webinar = { weekday: String(weekdayOf(webinarDay)), time: '12:00', link: '' };
    const saved = await instructor('indstillinger', { start: addDays(webinarDay, -2), pace: 'all', ...webinar });
    expect(saved.status).to.equal(200);
    const participant = await enter(people.mette);
    await participant('paamindelser/email/adresse', { adresse: 'mette@example.dk' });
    await participant('paamindelser/email/kode', { kode: codeIn(mail.mails[0]?.text ?? '') });
    const chosen = await participant('paamindelser/email/valg', { ...choices, hvad: 'webinar' });
    expect(load(chosen.html)('main').text()).to.include('Dit valg er gemt');
    mail.mails.length = 0;
  };

  it('sends the reminder once when it dies before the mail server took it', async () => {
    await askForReminder();
    await mail.stop();
    await product.kill();
    await product.restart(ahead(0));
    await until('it has tried', () => product.output().includes('reminder-later'));
    await product.kill();
    await mail.start();
    await product.restart(ahead(6));
    await until('the reminder is there', () => mail.mails.length > 0);
    await until('it is recorded', () => product.output().includes('reminder-sent'));
    await product.kill();
    await product.restart(ahead(20));
    await product.stop();
    expect(mail.mails).to.have.length(1);
    expect(mail.mails[0]?.to).to.deep.equal(['mette@example.dk']);
    expect(product.output()).not.to.include('mette@');
  });

  it('does not send it twice when it dies after the mail server took it but before it knows', async () => {
    await askForReminder();
    mail.trouble = 'hang';
    await product.kill();
    await product.restart(ahead(0));
    await until('the server has the mail', () => mail.mails.length > 0);
    await product.kill();
    mail.trouble = 'none';
    await product.restart(ahead(6));
    await until('it is given up', () => product.output().includes('reminder-uncertain'));
    await product.stop();
    expect(mail.mails).to.have.length(1);
  });
});
