import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { COPY_PLACE } from '../../src/features/privacy/copyPlace.ts';
import { startAppAndPlatform } from '../support/app.ts';
import { newPage, sharedBrowser } from '../support/browser.ts';
import { enterAs, openInFrame, preparation } from '../journeys/support/courseRoom.ts';
import { people, startPlatform, type Platform } from '../support/platform/startPlatform.ts';
import { until } from '../support/waiting.ts';

/** A refusal whose page must be read wherever it appears. */
const INCOMPLETE = '/lti/login';

describe('which frames may hold a page', function () {
  this.timeout(120_000);
  let both: Awaited<ReturnType<typeof startAppAndPlatform>>;
  let other: Platform;
  let room: string;
  before(async () => {
    both = await startAppAndPlatform();
    other = await startPlatform({ toolUrl: both.app.url });
    await other.registerWithTool();
    const { page } = await both.platform.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
    room = /\/rum\/[^/]+\//.exec(page.url)?.[0] ?? '';
  });
  after(async () => {
    await both.close();
    await other.close();
  });

  const originOf = ({ issuer }: Platform) => new URL(issuer).origin;
  const framesOf = async (path: string, init: RequestInit = {}): Promise<string | undefined> => {
    const { headers } = await fetch(`${both.app.url}${path}`, init);
    return /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
  };

  it('of a room: its own platform’s and no other customer’s, also where the session is over or the form too long', async () => {
    const own = originOf(both.platform);
    expect(await framesOf(room)).to.equal(own);
    expect(await framesOf(`${room}aktivitet/findes-ikke`)).to.equal(own);
    const body = new URLSearchParams({ tekst: 'x'.repeat(300_000) });
    expect(await framesOf(room, { method: 'POST', body })).to.equal(own);
  });

  it('of everything else: none', async () => {
    for (const path of [
      '/',
      '/rum/AAAAAAAAAAAAAAAAAAAAAA/',
      '/drift',
      '/evaluering',
      COPY_PLACE,
      '/kommune',
      '/findes-ikke',
    ])
      expect(await framesOf(path), path).to.equal("'none'");
  });

  it('of a room whose platform is off: none', async () => {
    const { page } = await other.launch({ person: people.mette, activity: 'modul-1-forberedelse' });
    const path = new URL(page.url).pathname;
    expect(await framesOf(path)).to.equal(originOf(other));
    const { platforms } = both.app.deps.lti;
    const found = (await platforms.list()).find(({ issuer }) => issuer === other.issuer);
    await platforms.deactivate(found?.id ?? '');
    expect(await framesOf(path)).to.equal("'none'");
    await platforms.activate(found?.id ?? '');
  });

  it('of a room are told from memory while the store is away: the page that says so is seen', async () => {
    expect(await framesOf(room)).to.equal(originOf(both.platform));
    const { lti } = both.app.deps;
    const ask = lti.originsOf;
    lti.originsOf = () => Promise.reject(new Error('away'));
    expect(await framesOf(room)).to.equal(originOf(both.platform));
    lti.originsOf = ask;
  });

  describe('is kept by Chromium', () => {
    let browser: Browser;
    let page: Page;
    before(async () => (browser = await sharedBrowser()));
    beforeEach(async () => (page = await newPage(browser)));
    afterEach(() => page.context().close());

    /** What a page of this platform's shows in a frame; undefined where the browser shows nothing of ours. */
    const shownIn = async (platform: Platform, path: string): Promise<string | undefined> => {
      await enterAs(page, { sandboxUrl: platform.issuer }, /Mette Holm/);
      await openInFrame(page, preparation);
      const address = `${both.app.url}${path}`;
      await page.locator('iframe').evaluate((element, src) => Reflect.set(element, 'src', src), address);
      const shows = () => page.frames()[1]?.url() ?? '';
      await until('the frame has gone on', () => shows() === address || shows().startsWith('chrome-error:'));
      const frame = page.frames()[1];
      return frame?.url() === address ? await frame.locator('h1').innerText() : undefined;
    };

    it('in a room', async () => {
      expect(await shownIn(both.platform, room)).to.equal('Min uge');
      expect(await shownIn(other, room)).to.equal(undefined);
    });

    it('and not before one: people who are refused can read why, in any course', async () => {
      expect(await shownIn(both.platform, INCOMPLETE))
        .to.be.a('string')
        .and.not.equal('');
      expect(await shownIn(other, INCOMPLETE))
        .to.be.a('string')
        .and.not.equal('');
    });
  });
});
