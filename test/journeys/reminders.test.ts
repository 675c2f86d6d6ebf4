import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { codeIn } from '../features/reminders/world.ts';
import { startMailServer, type MailServer } from '../features/reminders/mailServer.ts';
import { expectAccessible } from '../support/browser.ts';
import { peopleInRoom } from './support/peopleInRoom.ts';

describe('reminders by own choice, on a phone', function () {
  this.timeout(90_000);
  let mail: MailServer;
  const room = peopleInRoom({
    settings: async () => {
      mail = await startMailServer();
      return { SMTP_URL: mail.url, MAIL_FROM: 'besked@example.dk' };
    },
  });
  after(() => mail.stop());

  /** Where pictures of the pages are wanted: a folder in PICTURES. */
  const look = async (page: Page, name: string) => {
    await expectAccessible(page);
    const folder = process.env['PICTURES'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  it('are found on the front page, confirmed by a code, chosen and stopped', async () => {
    const page = await (await room.arrive()).window('', { width: 320 });
    await page.locator('summary', { hasText: 'Mere' }).click();
    await page.getByRole('link', { name: 'Påmindelser' }).click();
    await page.getByText('Intet er slået til på forhånd.').waitFor();
    await look(page, 'off');
    await page.getByLabel('Din e-mail').fill('mette');
    await page.getByRole('button', { name: 'Send mig en kode' }).click();
    await page.getByRole('alert').getByText('Skriv en e-mail').waitFor();
    await look(page, 'refused');
    await page.getByLabel('Din e-mail').fill('mette@example.dk');
    await page.getByRole('button', { name: 'Send mig en kode' }).click();
    await page.getByText('Koden er på vej til mette@example.dk').waitFor();
    await look(page, 'code');
    await page.getByLabel('Koden på seks tal').fill(codeIn(mail.mails[0]?.text ?? ''));
    await page.getByRole('button', { name: 'Brug koden' }).click();
    await page.getByRole('status').getByText('Koden passer').waitFor();
    await look(page, 'choices');
    await page.getByLabel('Min plan, de uger, hvor jeg har en').check();
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByRole('alert').getByText('Vælg mindst én dag til din plan').waitFor();
    await look(page, 'choices-refused');
    await page.getByLabel('mandag', { exact: true }).and(page.getByRole('checkbox')).check();
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByRole('status').getByText('Dit valg er gemt').waitFor();
    await page.getByRole('button', { name: 'Lav min kalenderadresse' }).click();
    await page.getByRole('heading', { name: 'Her er din kalenderadresse' }).waitFor();
    expect(await page.getByLabel('Eller kopiér adressen').inputValue()).to.match(/\/kalender\/[\w-]{22}\.ics$/);
    await look(page, 'calendar');
    await page.getByRole('link', { name: 'Tilbage til påmindelser' }).click();
    await page.getByRole('button', { name: 'Stop e-mail' }).click();
    await page.getByRole('status').getByText('Det er slået fra').waitFor();
    await look(page, 'stopped');
    await page.goto(`${room.app.origin}/stop/AAAAAAAAAAAAAAAAAAAAAA`);
    await look(page, 'unknown');
  });
});
