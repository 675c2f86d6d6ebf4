import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { startAppAndPlatform } from '../support/app.ts';
import { expectAccessible, expectQuiet, sharedBrowser, newPage } from '../support/browser.ts';
import { openPreparation, prepareAndSend } from '../support/participant.ts';
import { people } from '../support/platform/startPlatform.ts';
import { windowOf } from './support/windowOf.ts';

/** Set to a folder to look at the pages afterwards. */
const pictures = process.env['PICTURES'];

describe('a whole class', function () {
  this.timeout(120_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let mette: Page;
  before(async () => {
    both = await startAppAndPlatform();
    const { client, page } = await openPreparation(both.platform, people.mette);
    mette = await windowOf(client, (await prepareAndSend(client, page)).url);
  });
  after(() => both.close());

  const look = async (page: Page, name: string) => {
    await expectAccessible(page);
    if (!pictures) return;
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
    }
  };

  it('is followed by its instructor, and the participant sees what was read', async () => {
    const { client, page } = await openPreparation(both.platform, people.instructor);
    const room = await windowOf(client, page.url.replace(/aktivitet\/.*/, ''));
    await room.getByRole('link', { name: 'Hele holdet' }).click();
    const row = room.getByRole('row', { name: /Mette Holm/ });
    await row.getByText('I gang').first().waitFor();
    await room.getByRole('link', { name: 'Sortér efter Sendt' }).click();
    expect(await room.locator('#class tbody th').first().textContent()).to.equal('Mette Holm');
    await room.setViewportSize({ width: 320, height: 900 });
    const hidden = `(() => { const table = document.querySelector('#class').parentElement; return table.scrollWidth - table.clientWidth; })()`;
    expect(await room.evaluate(hidden), 'of all eight weeks on a phone, pixels that lie to the right').to.equal(0);
    expect(await room.getByRole('link', { name: 'Sortér efter Sendt' }).isVisible()).to.equal(true);
    await room.setViewportSize({ width: 1280, height: 900 });
    await look(room, 'class');

    await mette.getByRole('link', { name: 'Min uge' }).first().click();
    await mette.locator('summary', { hasText: 'Mere' }).click();
    await mette.getByRole('link', { name: 'Hvem har læst dine svar' }).click();
    await mette.getByText(/Ulla Brandt.*læste dine svar/).waitFor();
    await look(mette, 'log');
    expectQuiet(room);
    expectQuiet(mette);
  });

  it('gets its dates from whoever runs the tool, after which a participant says that they cannot come', async () => {
    const page = await newPage(await sharedBrowser());
    await page.goto(await both.app.deps.operators.link());
    await page.getByRole('button', { name: 'Log ind' }).click();
    await page.getByRole('link', { name: 'Rum, startdatoer og webinarer' }).click();
    await page.getByRole('row').nth(1).waitFor();
    await look(page, 'rooms');
    const where = await page.getByRole('rowheader').first().locator('.rooms__where').textContent();
    const context = /(\S+)\s*$/.exec(where ?? '')?.[1] ?? '';
    await page.getByRole('link', { name: 'Sæt mange rum på én gang' }).click();
    await page.getByRole('textbox', { name: 'Sæt tabellen ind her' }).waitFor();
    await look(page, 'import');
    const table = `kontekst;ugedag;tid;link\n${context};torsdag;10.00;https://webinar.example/hold`;
    await page.getByRole('textbox', { name: 'Sæt tabellen ind her' }).fill(table);
    await page.getByRole('button', { name: 'Vis, hvad der vil ske' }).click();
    if (pictures) await page.screenshot({ path: `${pictures}/dryrun-1280.png`, fullPage: true });
    await page.getByRole('button', { name: 'Ja, udfør alle linjer' }).click();
    await page.getByText('Alle linjer er udført.').waitFor();
    await page.goto(`${both.app.url}/drift/rum`);
    await page.getByRole('rowheader').getByRole('link').first().click();
    await page.getByRole('heading', { level: 2, name: 'Uger og webinar' }).waitFor();
    await look(page, 'room');
    expectQuiet(page);

    await mette.getByRole('link', { name: 'Min uge' }).first().click();
    await mette.getByRole('link', { name: 'Jeg kan ikke komme' }).click();
    await look(mette, 'absence');
    await mette.getByRole('radio', { name: 'Det vil jeg ikke sige' }).check();
    await mette.getByRole('button', { name: 'Sig det til min instruktør' }).click();
    await mette.getByText('Du har sagt, at du ikke kommer.').waitFor();
    await mette.getByRole('button', { name: 'Jeg kommer alligevel' }).click();
    await mette.getByRole('link', { name: 'Jeg kan ikke komme' }).waitFor();
    expectQuiet(mette);
  });
});
