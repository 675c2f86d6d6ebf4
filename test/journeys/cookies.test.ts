import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { expectQuiet, launchWholeBrowser, newPage } from '../support/browser.ts';
import { startAppAndPlatform } from '../support/app.ts';
import { people } from '../support/platform/startPlatform.ts';
import { openFrameAs } from './support/arriving.ts';
import { atStep, goTo } from './support/preparation.ts';
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
  const openActivity = (page: Page, person: string = people.mette): Promise<FrameLocator> =>
    openFrameAs(page, both.platform, { person, activity: 'modul-1-forberedelse' });
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
    let page: Page;
    before(async () => {
      browser = await launchWholeBrowser();
      page = await newPage(browser, { width: 320 });
    });
    after(() => browser.close());

    it('drops a plain one and keeps a partitioned one: the blocking is real', async () => {
      expect(await keptInFrame(page)).to.equal('kept: partitioned=1');
    });

    it('the activity opens in the frame, twice, and its address holds no mark', async () => {
      await atStep(await openActivity(page, people.jens), first);
      const room = await openActivity(page, people.jens);
      await atStep(room, first);
      expect(page.frames().at(-1)!.url()).to.match(/^http:\/\/localhost:\d+\/rum\/[\w-]+\/[\w/-]+$/);
      await goTo(room, 'Sådan er en uge på kurset');
      expectQuiet(page);
    });
  });

  describe('in a browser that keeps none at all', () => {
    let browser: RefusingBrowser;
    let page: Page;
    before(async () => {
      browser = await launchRefusing([sites(), probeSites()], { viewport: { width: 320, height: 700 } });
      page = await browser.context.newPage();
    });
    after(() => browser.close());
    afterEach(async () => {
      both.platform.misbehave.storage = false;
      const opened = browser.context.pages().filter((each) => each !== page);
      await Promise.all(opened.map((each) => each.close()));
      await browser.context.clearCookies();
    });
    /** Presses the frame's one button; the window that opens. */
    const pressed = async (room: FrameLocator): Promise<Page> => {
      await atStep(room, goOn);
      const opened = page.context().waitForEvent('page');
      await room.getByRole('button', { name: /Åbn i et nyt vindue/ }).click();
      return opened;
    };

    it('drops the partitioned one too: the refusal is real', async () => {
      expect(await keptInFrame(page)).to.equal('kept: ');
    });

    // The engine of iPhone and iPad goes this way itself in webKit.test.ts. Here Chromium must not give itself out for it:
    // on http the two keep different cookies, and what is set depends on the name.
    it('one button opens a window where the activity is done', async () => {
      const room = await openActivity(page);
      const window = await pressed(room);
      await atStep(window, first);
      expect(window.url()).to.match(/\/rum\/[\w-]+\/[\w/-]+$/);
      await window.reload();
      await atStep(window, first);
      // The course room stays behind, with the same page in its frame.
      await atStep(room, goOn);
    });

    it('the button works without scripts', async () => {
      const devTools = await page.context().newCDPSession(page);
      await devTools.send('Emulation.setScriptExecutionDisabled', { value: true });
      const room = await openActivity(page);
      await room.getByRole('button', { name: 'Gå videre' }).click();
      await atStep(await pressed(room), first);
      await devTools.send('Emulation.setScriptExecutionDisabled', { value: false });
    });

    it('the platform’s keeping binds the browser where it offers one, and one button still opens the window', async () => {
      both.platform.misbehave.storage = true;
      const launch = page.waitForRequest(
        (request) => request.url().endsWith('/lti/launch') && request.method() === 'POST',
      );
      const room = await openActivity(page);
      // The platform has answered already: what stands here is the launch's own button.
      await launch;
      await room.locator('input[name=lti_ticket]').waitFor({ state: 'attached' });
      await atStep(await pressed(room), first);
    });

    it('the button is there as well where the keeping does not answer', async () => {
      both.platform.misbehave.storage = true;
      await page.route('**/storage.js', (route) => route.abort());
      await atStep(await pressed(await openActivity(page)), first);
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
