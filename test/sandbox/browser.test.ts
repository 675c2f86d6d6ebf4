import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { tooPale } from '../look/contrasts.ts';
import { expectAccessible, expectQuiet, sharedBrowser, newPage, type PageOptions } from '../support/browser.ts';
import { people } from '../support/platform/startPlatform.ts';
import { callService } from './support/service.ts';
import { selectionOf } from './support/tool.ts';
import { openTrial, type Trial } from './support/trial.ts';

describe('the sandbox in a browser', function () {
  // axe on seven pages takes its time on a busy machine.
  this.timeout(60_000);
  let trial: Trial;
  let browser: Browser;
  before(async () => {
    trial = await openTrial();
    browser = await sharedBrowser();
    trial.tool.app.get('/resize', (_req, res) => {
      res.send(
        `<!doctype html><html lang="da"><title>T</title><h1>T</h1><script>
        parent.postMessage({ subject: 'lti.frameResize', height: 1234 }, '*')</script></html>`,
      );
    });
  });
  after(async () => {
    await trial.close();
  });

  /** A window of someone who has been chosen, at a page of the course room. */
  const enter = async (person: keyof typeof people, path = '/kursus', options: PageOptions = {}): Promise<Page> => {
    const page = await newPage(browser, options);
    const { issuer } = trial.platform;
    await page.request.post(`${issuer}/person`, { form: { person: people[person] }, maxRedirects: 0 });
    await page.goto(issuer + path);
    return page;
  };
  /** The page that shows the first activity in its frame. */
  const activity = async (): Promise<string> => {
    const [first] = await trial.platform.course.activities();
    return `/kursus/aktivitet/${first?.id ?? 'none'}`;
  };

  it('has pages that all can read', async () => {
    const page = await enter('administrator', '/', { width: 320 });
    await page.getByRole('button', { name: 'Søren Krogh' }).click();
    await page.waitForURL('**/sandbox/kursus');
    for (const path of ['/kursus', '/', '/karakterbog', '/teknik', '/retur?lti_msg=Hej', '/findes-ikke', '/?lang=en']) {
      if (path.startsWith('/retur')) await page.route('**/leave.js', (route) => route.fulfill({ body: '' }));
      if (path !== '/kursus') await page.goto(trial.platform.issuer + path);
      await expectAccessible(page);
    }
    await page.context().close();
  });

  it('follows a device in the dark, and can be read there', async () => {
    const page = await enter('administrator', '/', { colorScheme: 'dark' });
    const ground = await page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    expect(ground).to.equal('rgb(19, 27, 28)');
    for (const path of ['/', '/kursus', '/teknik']) {
      if (path !== '/') await page.goto(trial.platform.issuer + path);
      const { words } = await tooPale(page);
      expect(words, path).to.deep.equal([]);
    }
    await page.context().close();
  });

  it('opens an activity in a frame, as high as the tool asks, until the tool is done', async () => {
    const page = await enter('mette', '/kursus', { width: 320 });
    await page.getByRole('link', { name: 'Åbn', exact: true }).first().click();
    const tool = page.frameLocator('iframe');
    await tool.getByRole('heading', { name: 'The test tool' }).waitFor();
    await expectAccessible(page);
    const height = () =>
      page.locator('iframe').evaluate((frame) => (frame as unknown as { style: { height: string } }).style.height);
    await page.evaluate("window.postMessage({ subject: 'lti.frameResize', height: 99999 }, '*')");
    expect(await height(), 'as anyone else asks').to.equal('');
    await page.frames()[1]!.goto(`${trial.tool.url}/resize`);
    await page.waitForFunction("document.querySelector('iframe').style.height === '1234px'");
    expectQuiet(page);
    await page
      .frames()[1]!
      .goto(`${trial.platform.issuer}/retur`)
      .catch(() => undefined);
    await page.waitForURL('**/sandbox/kursus');
    await page.context().close();
  });

  it('opens an activity in a new window', async () => {
    const page = await enter('mette');
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Åbn i nyt vindue' }).first().click();
    await (await opened).getByRole('heading', { name: 'The test tool' }).waitFor();
    await page.context().close();
  });

  it('launches without JavaScript by two visible buttons', async () => {
    const page = await enter('mette', await activity(), { javaScriptEnabled: false });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Gå videre' }).click();
    await frame.getByRole('button', { name: 'Gå videre' }).click();
    await frame.getByRole('heading', { name: 'The test tool' }).waitFor();
    await page.context().close();
  });

  it('knows its person also where a page of the tool sends the frame back to it', async () => {
    // For a Lax cookie the request from a page of the tool would be cross-site.
    trial.tool.state.pausesAtLogin = true;
    const page = await enter('mette', await activity());
    const frame = page.frameLocator('iframe');
    await frame.getByRole('link', { name: 'On' }).waitFor();
    trial.tool.state.pausesAtLogin = false;
    await frame.getByRole('link', { name: 'On' }).click();
    await frame.getByRole('heading', { name: 'The test tool' }).waitFor();
    await page.context().close();
  });

  it('fetches new grades into the gradebook by itself', async () => {
    const page = await enter('instructor', '/karakterbog');
    await page.clock.install();
    await page.reload();
    await callService(trial, {
      method: 'POST',
      path: '/services/2/lineitems/9/lineitem/scores?type_id=1',
      contentType: 'application/vnd.ims.lis.v1.score+json',
      body: {
        userId: '4',
        timestamp: '2026-11-21T10:00:00Z',
        activityProgress: 'Completed',
        gradingProgress: 'FullyGraded',
        scoreGiven: 100,
        scoreMaximum: 100,
      },
    });
    await page.clock.fastForward(6_000);
    await page.getByRole('cell', { name: '100 af 100' }).waitFor();
    await expectAccessible(page);
    expectQuiet(page);
    await page.context().close();
  });

  it('lets an instructor choose activities in a frame', async () => {
    const page = await enter('instructor', '/kursus', { width: 320 });
    await page.getByRole('link', { name: 'Vælg aktiviteter' }).click();
    await page.frameLocator('iframe').getByRole('heading', { name: 'The test tool' }).waitFor();
    await expectAccessible(page);
    const { address, jwt } = selectionOf(trial.tool, [{ type: 'ltiResourceLink', title: 'Valgt aktivitet' }]);
    trial.tool.app.get('/answer', async (_req, res) => {
      res.send(`<!doctype html><html lang="da"><title>T</title><form method="post" action="${address}">
        <input type="hidden" name="JWT" value="${await jwt}"><button>Send</button></form></html>`);
    });
    await page.frames()[1]!.goto(`${trial.tool.url}/answer`);
    await page.frameLocator('iframe').getByRole('button', { name: 'Send' }).click();
    await page.frameLocator('iframe').getByRole('link', { name: 'Se kurset' }).click();
    await page.getByRole('heading', { name: 'Valgt aktivitet' }).waitFor();
    expectQuiet(page);
    await page.context().close();
  });

  it('lets an administrator register the tool again', async () => {
    const page = await enter('administrator', '/teknik');
    await page.getByRole('link', { name: 'Tilmeld værktøjet igen' }).click();
    await page.frameLocator('iframe').getByText('Registered').waitFor();
    expect(trial.tool.registrations()).to.equal(2);
    await page.context().close();
  });
});
