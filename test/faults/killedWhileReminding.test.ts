import { expect } from 'chai';
import { load } from 'cheerio';
import { addDays, dayOf, instantOf, weekdayOf } from '../../src/domain/week.ts';
import { choices, codeIn } from '../features/reminders/world.ts';
import { startMailServer, type MailServer } from '../features/reminders/mailServer.ts';
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

  before(async () => {
    mail = await startMailServer();
    const settings = { SMTP_URL: mail.url, MAIL_FROM: 'besked@example.dk' };
    product = await startProduct({ SANDBOX: 'off', ...settings });
    platform = await startPlatform({ toolUrl: product.url });
    await platform.registerWithTool();
    await askForReminder(people.mette, '12:00');
    await askForReminder(people.jens, '12:30');
  });
  after(async () => {
    await product.remove();
    await platform.close();
    await mail.stop();
  });

  const webinarDay = addDays(dayOf(Date.now()), 9);
  /** So many minutes after the time of the first reminder, by the product's clock. */
  const ahead = (minutes: number) => instantOf(webinarDay, '11:00') + minutes * MINUTE - Date.now();

  /** In a room of the person's own; the reminder comes an hour before. */
  const askForReminder = async (person: string, time: string) => {
    const course = await platform.course.copy();
    const instructor = await formsOf(platform, people.instructor, course);
    const webinar = { weekday: String(weekdayOf(webinarDay)), time, link: '' };
    const saved = await instructor('indstillinger', { start: addDays(webinarDay, -2), pace: 'all', ...webinar });
    expect(saved.status).to.equal(200);
    const participant = await formsOf(platform, person, course);
    await participant('paamindelser/email/adresse', { adresse: `${person}@example.dk` });
    await participant('paamindelser/email/kode', { kode: codeIn(mail.mails[0]?.text ?? '') });
    const chosen = await participant('paamindelser/email/valg', { ...choices, hvad: 'webinar' });
    expect(load(chosen.html)('main').text()).to.include('Dit valg er gemt');
    mail.mails.length = 0;
  };
  const reminded = () => mail.mails.flatMap(({ to }) => to);
  const [mette, jens] = [`${people.mette}@example.dk`, `${people.jens}@example.dk`];

  it('sends the reminder once when it dies before the mail server took it', async () => {
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
    expect(reminded()).to.deep.equal([mette]);
  });

  it('does not send it twice when it dies after the mail server took it but before it knows', async () => {
    mail.trouble = 'hang';
    await product.restart(ahead(30));
    await until('the server has the mail', () => reminded().includes(jens));
    await product.kill();
    mail.trouble = 'none';
    await product.restart(ahead(36));
    await until('it is given up', () => product.output().includes('reminder-uncertain'));
    await product.stop();
    expect(reminded(), 'nor the one before').to.deep.equal([mette, jens]);
    for (const address of [mette, jens]) expect(product.output()).not.to.include(address);
  });
});
