import type { Page } from 'playwright-core';
import { newPage, sharedBrowser, type PageOptions } from '../../support/browser.ts';
import type { WebClient } from '../../support/platform/webClient.ts';

/** A page of a room in a window of the browser, with the session of someone who has been launched over HTTP. */
export async function windowOf(client: WebClient, url: string, options: PageOptions = {}): Promise<Page> {
  const page = await newPage(await sharedBrowser(), options);
  const room = /^.*\/rum\/[^/]+\//.exec(url)?.[0] ?? url;
  const cookies = Object.entries(client.cookiesFor(url)).map(([name, value]) => ({
    name,
    value,
    url: room,
    secure: true,
  }));
  await page.context().addCookies(cookies);
  await page.goto(url);
  return page;
}
