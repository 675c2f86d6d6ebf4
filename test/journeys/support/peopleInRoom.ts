import type { Page } from 'playwright-core';
import type { Launch } from '../../../src/domain/launch.ts';
import { browser as withoutScripts } from '../../activities/engine/browser.ts';
import { newPage, sharedBrowser, type PageOptions } from '../../support/browser.ts';
import { testApp } from '../../support/testApp.ts';

export type PersonInRoom = Awaited<ReturnType<ReturnType<typeof peopleInRoom>['arrive']>>;

interface RoomOptions {
  at?: string;
  /** Asked when the tool starts. */
  settings?: () => Promise<Record<string, string>>;
}

/**
 * The tool in the test's process, in the middle of a Tuesday, and people who have come without an LMS: what leads to the
 * page under test goes over HTTP, and that page is opened in the browser. To be called within a suite.
 */
export function peopleInRoom({ at = '2026-11-24T09:42:10Z', settings }: RoomOptions = {}) {
  let app: Awaited<ReturnType<typeof testApp>> | undefined;
  before(async () => (app = await testApp({ at, ...(settings && { settings: await settings() }) })));
  after(() => app?.close());
  const begun = () => {
    if (!app) throw new Error('The tool has not been started.');
    return app;
  };
  return {
    get app() {
      return begun();
    },
    arrive: async (change: Partial<Launch> = {}) => {
      const { origin, arrive } = begun();
      const arrived = await arrive(change);
      return {
        ...arrived,
        ...withoutScripts(origin, arrived.cookie),
        /** Opens a page of the room in a window of the browser. */
        window: async (path: string, options: PageOptions = {}): Promise<Page> => {
          const page = await newPage(await sharedBrowser(), options);
          const [name = '', value = ''] = arrived.cookie.split(/=(.*)/s);
          await page.context().addCookies([{ name, value, url: `${origin}${arrived.home}/` }]);
          await page.goto(`${origin}${arrived.home}/${path}`);
          return page;
        },
      };
    },
  };
}
