import { load } from 'cheerio';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { platformCommand } from '../cli/command.ts';
import { expectAccessible, expectQuiet, sharedBrowser, newPage, type PageOptions } from '../support/browser.ts';
import { signIn } from '../support/platform/launch.ts';
import { people, type Platform, startPlatform } from '../support/platform/startPlatform.ts';
import { createWebClient } from '../support/platform/webClient.ts';
import { type Product, startProduct } from '../support/product.ts';
import { until } from '../support/waiting.ts';

describe('those who run the tool', function () {
  this.timeout(90_000);
  let product: Product;
  let platform: Platform;
  let browser: Browser;
  before(async () => {
    product = await startProduct({ REGISTRATION: 'invite', SANDBOX: 'off' });
    platform = await startPlatform({ toolUrl: product.url });
    browser = await sharedBrowser();
  });
  after(async () => {
    await product.remove();
    await platform.close();
  });

  const command = async (...words: string[]): Promise<string> => {
    const settings = { PORT: new URL(product.url).port, DATA_DIR: product.dataDir };
    return (await platformCommand(settings, words)).out;
  };
  const signedIn = async (options: PageOptions = {}): Promise<Page> => {
    const page = await newPage(browser, options);
    await page.goto((await command('page')).split('\n')[0] ?? '');
    await page.getByRole('button', { name: 'Log ind' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kursussystemer' }).waitFor();
    return page;
  };
  /** The address that the course system's administrator opens, with the invitation in it. */
  const registration = async (invitation: string): Promise<string> => {
    const client = createWebClient();
    await signIn(client, platform.issuer, people.administrator);
    const page = await client.get(`${platform.issuer}/teknik/tilmeld`);
    const address = new URL(load(page.html)('iframe').attr('src') ?? '');
    const invited = new URL(invitation);
    for (const [name, value] of address.searchParams) invited.searchParams.set(name, value);
    return invited.href;
  };

  it('invite a course system, which registers with the link, once', async () => {
    const page = await signedIn({ width: 320 });
    await page.getByText('Ingen kursussystemer endnu').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lav en invitation' }).click();
    const invitation = await page.getByRole('textbox', { name: 'Link til tilmelding' }).inputValue();
    await expectAccessible(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Kopiér linket' }).click();
    await page.getByRole('status').filter({ hasText: 'Linket er kopieret.' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).to.equal(invitation);

    const lms = await newPage(browser);
    // What the course system's window would hear, which is here the page's own.
    await lms.addInitScript("addEventListener('message', ({ data }) => (globalThis.heard = data.subject))");
    const told = () => lms.waitForFunction("globalThis.heard === 'org.imsglobal.lti.close'");
    await lms.goto(await registration(invitation));
    await lms.getByRole('heading', { level: 1, name: 'Kursussystemet er tilmeldt' }).waitFor();
    await told();
    await lms.goto(await registration((await command('invite')).split('\n')[0] ?? ''));
    await lms.getByText('var tilmeldt i forvejen').waitFor();
    await expectAccessible(lms);
    expect(await lms.evaluate('globalThis.heard'), 'there is something to read').to.equal(undefined);
    await lms.getByRole('button', { name: 'Luk' }).click();
    await told();
    expectQuiet(lms);
    await lms.goto(await registration(invitation));
    await lms.getByRole('heading', { level: 1, name: 'Invitationen virker ikke' }).waitFor();

    await page.getByRole('link', { name: 'Til kursussystemerne' }).click();
    await page.getByText('Slået til').waitFor();
    await platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
    await page.reload();
    expect(await page.getByText('Ikke endnu').count()).to.equal(0);
    await page.getByRole('link', { name: 'Rum, startdatoer og webinarer' }).click();
    await page.getByRole('columnheader', { name: 'Sidst åbnet' }).waitFor({ state: 'attached' });
    await expectAccessible(page);
    const hidden =
      "document.querySelector('[role=region]').scrollWidth - document.querySelector('[role=region]').clientWidth";
    expect(await page.evaluate(hidden), 'of a table on a phone nothing lies to the right').to.equal(0);
    expectQuiet(page);
  });

  it('see the same on the command line, while the server runs', async () => {
    const [, row = ''] = (await command('list')).split('\n');
    expect(row).to.match(/^[\w-]{22} {2}active {2}proeverum /);
    const id = row.split(' ')[0] ?? '';
    expect(await command('deactivate', id)).to.include('is off');
    const launch = () => platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
    const refusal = () => launch().then(() => '', String);
    // What the command line changes counts within five seconds.
    await until('it is refused', async () => (await refusal()).includes('answered 403'));
    expect(await refusal()).to.include('Kurset er ikke åbnet hos os endnu');
  });

  it('meet pages without barriers', async () => {
    const page = await signedIn();
    await expectAccessible(page);
    await page.getByText('Adresse, nøgle og mere').click();
    await page.getByRole('link', { name: /^Fjern/ }).click();
    await page.getByRole('heading', { level: 1, name: /^Fjern .*\?$/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Til kursussystemerne' }).click();
    await page.getByRole('button', { name: 'Log ud' }).click();
    await page.getByRole('heading', { level: 1, name: 'Du er ikke logget ind' }).waitFor();
    await expectAccessible(page);
  });

  it('switch it on, change its key and remove it, also without scripts', async () => {
    const page = await signedIn({ javaScriptEnabled: false });
    await page.getByRole('button', { name: /^Slå til/ }).click();
    await page.getByRole('status').filter({ hasText: 'er slået til' }).waitFor();
    await page.getByText('Adresse, nøgle og mere').click();
    await page.getByRole('button', { name: /^Skift nøgle/ }).click();
    await page.getByRole('status').filter({ hasText: 'Den nye nøgle er lavet' }).waitFor();
    const { launched } = await platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
    expect(launched.status).to.equal(303);
    await page.getByText('Adresse, nøgle og mere').click();
    await page.getByRole('link', { name: /^Fjern/ }).click();
    await page.getByRole('button', { name: 'Ja, fjern det' }).click();
    await page.getByText('Rum og svar er gemt').waitFor();
    expect(await command('list')).to.equal('There are no platforms yet.\n');
    expectQuiet(page);
  });
});
