import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { expectQuiet, launchWholeBrowser, newPage } from '../support/browser.ts';
import { startAppAndPlatform } from '../support/app.ts';
import { enterAs, preparation } from './support/courseRoom.ts';
import { atStep, prepareAndSend } from './support/preparation.ts';
import { launchRefusing, type RefusingBrowser } from './support/refusingBrowser.ts';

const first = 'Godt, du er her';
const goOn = 'Fortsæt i et nyt vindue';
describe('cookies in the course room’s frame', function () {
  this.timeout(120_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let probe: Server;
  before(async () => {
    both = await startAppAndPlatform();
    probe = await startProbe();
  });
  after(async () => {
    await both.close();
    probe.close();
    probe.closeAllConnections();
  });

  const sites = () => ({ of: both.app.url, inside: both.platform.issuer });
  const openActivity = async (page: Page, person = /Mette Holm/): Promise<FrameLocator> => {
    await enterAs(page, { sandboxUrl: both.platform.issuer }, person);
    await page
      .getByRole('listitem')
      .filter({ hasText: preparation })
      .getByRole('link', { name: 'Åbn', exact: true })
      .click();
    return page.frameLocator('iframe');
  };
  /** What a frame of one site inside another has kept of the two cookies that it was given. */
  const keptInFrame = async (page: Page): Promise<string> => {
    const { port } = probe.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    return (await page.frameLocator('iframe').getByText('kept:').textContent()) ?? '';
  };
  const probeSites = () => {
    const { port } = probe.address() as AddressInfo;
    return { of: `http://localhost:${port}`, inside: `http://127.0.0.1:${port}` };
  };

  describe('in a browser that blocks those of third parties', () => {
    let browser: Browser;
    before(async () => {
      browser = await launchWholeBrowser();
    });
    after(() => browser.close());

    it('drops a plain one and keeps a partitioned one: the blocking is real', async () => {
      expect(await keptInFrame(await newPage(browser))).to.equal('kept: partitioned=1');
    });

    it('the activity opens in the frame, twice, and its address holds no mark', async () => {
      const page = await newPage(browser, { width: 320 });
      await atStep(await openActivity(page, /Jens Aagaard/), first);
      const room = await openActivity(page, /Jens Aagaard/);
      await atStep(room, first);
      expect(page.frames().at(-1)!.url()).to.match(/^http:\/\/localhost:\d+\/rum\/[\w-]+\/[\w/-]+$/);
      await prepareAndSend(room, 'Ro i hverdagen');
      expectQuiet(page);
    });
  });

  describe('in a browser that keeps none at all', () => {
    const browsers: RefusingBrowser[] = [];
    const open = async (options = {}): Promise<Page> => {
      const browser = await launchRefusing(sites(), options);
      browsers.push(browser);
      return browser.context.newPage();
    };
    after(() => Promise.all(browsers.map((browser) => browser.close())));
    afterEach(() => void (both.platform.misbehave.storage = false));

    it('drops the partitioned one too: the refusal is real', async () => {
      const browser = await launchRefusing(probeSites());
      browsers.push(browser);
      expect(await keptInFrame(await browser.context.newPage())).to.equal('kept: ');
    });

    // The engine of iPhone and iPad goes this way itself in webKit.test.ts. Here Chromium must not give itself out for it:
    // on http the two keep different cookies, and what is set depends on the name.
    for (const [name, options] of Object.entries({
      'at 1280 px': { viewport: { width: 1280, height: 900 } },
      'of a phone’s size': { viewport: { width: 320, height: 700 } },
      'of a tablet’s size': { viewport: { width: 768, height: 900 } },
    })) {
      it(`one button opens a window where the activity is done: ${name}`, async () => {
        const page = await open(options);
        const room = await openActivity(page);
        await atStep(room, goOn);
        const opened = page.context().waitForEvent('page');
        await room.getByRole('button', { name: /Åbn i et nyt vindue/ }).click();
        const window = await opened;
        await atStep(window, first);
        expect(window.url()).to.match(/\/rum\/[\w-]+\/[\w/-]+$/);
        await window.reload();
        await atStep(window, first);
        // The course room stays behind, with the same page in its frame.
        await atStep(room, goOn);
      });
    }

    it('the button works without scripts', async () => {
      const page = await open({ javaScriptEnabled: false });
      const room = await openActivity(page);
      await room.getByRole('button', { name: 'Gå videre' }).click();
      await atStep(room, goOn);
      const opened = page.context().waitForEvent('page');
      await room.getByRole('button', { name: /Åbn i et nyt vindue/ }).click();
      const window = await opened;
      await window.getByRole('button', { name: 'Gå videre' }).click();
      await atStep(window, first);
    });

    it('the platform’s keeping binds the browser where it offers one, and one button still opens the window', async () => {
      both.platform.misbehave.storage = true;
      const page = await open();
      const launch = page.waitForRequest(
        (request) => request.url().endsWith('/lti/launch') && request.method() === 'POST',
      );
      const room = await openActivity(page);
      // The platform has answered already: this page has the launch's own button.
      await launch;
      await room.locator('input[name=lti_ticket]').waitFor({ state: 'attached' });
      await atStep(room, goOn);
      const opened = page.context().waitForEvent('page');
      await room.getByRole('button', { name: /Åbn i et nyt vindue/ }).click();
      await atStep(await opened, first);
    });

    it('the button is there as well where the keeping does not answer', async () => {
      both.platform.misbehave.storage = true;
      const page = await open();
      await page.route('**/storage.js', (route) => route.abort());
      const room = await openActivity(page);
      await atStep(room, goOn);
      const opened = page.context().waitForEvent('page');
      await room.getByRole('button', { name: /Åbn i et nyt vindue/ }).click();
      await atStep(await opened, first);
    });
  });
});

/** 127.0.0.1 frames localhost, which gives two cookies and then says which have come back. */
async function startProbe(): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    const { port } = server.address() as AddressInfo;
    if (request.headers.host?.startsWith('127.')) {
      response.end(`<!doctype html><iframe src="http://localhost:${port}/give"></iframe>`);
    } else if (request.url === '/give') {
      const common = 'Secure; HttpOnly; SameSite=None; Path=/';
      response.setHeader('set-cookie', [`plain=1; ${common}`, `partitioned=1; ${common}; Partitioned`]);
      response.writeHead(303, { location: '/say' }).end();
    } else {
      response.end(`<!doctype html><p>kept: ${request.headers.cookie ?? ''}</p>`);
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  return server;
}
